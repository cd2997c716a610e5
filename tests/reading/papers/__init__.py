"""Invented official plans with gold annotations, written without knowledge of the reader.

Each module but `paper`, `_b`, `_c` and `__main__` is one paper: `NAME` (file name) and `write(path)`. Its gold stands beside
in `gold/`. `python -m tests.reading.papers OUTDIR` writes both in the layout of a test set: files/ and gold/.
"""

import importlib
import shutil
from pathlib import Path

PAPERS = (
    "doan_duong_que",
    "nong_dan_quy_ho_tro",
    "xa_nong_thon_moi",
    "phu_nu_5_khong_3_sach",
    "so_giao_duc_suc_khoe_hoc_duong",
    "cong_van_me_do_dau",
    "lien_doan_thang_cong_nhan",
    "phoi_hop_giao_duc_truyen_thong",
    # by a second annotator
    "phu_nu_giup_chi_hoi_yeu",
    "thi_xa_duoi_nuoc",
    "doan_xa_hang_cay",
    "chu_thap_do_tet_nhan_ai",
    "huong_dan_dai_hoi_phu_nu",
    "phu_luc_lang_nghe",
    "nhcsxh_tin_dung",
    "ban_tien_bo_phu_nu",
    # by a third annotator
    "phu_nu_de_an_938",
    "huyen_binh_dang_gioi",
    "quan_bien_cuong",
    "thanh_pho_chi_hoi_yeu",
    "xa_giam_ngheo_thon",
    "tinh_muc_tieu_quoc_gia",
    "phu_nu_xa_khoi_nghiep",
    "cong_van_ra_soat_ngheo",
    # by a fourth annotator: other genres than plans
    "phoi_hop_bien_phong_phu_nu",
    "phoi_hop_ba_nganh",
    "bao_cao_sau_thang_phu_nu",
    "bao_cao_de_an_939",
    "quyet_dinh_to_ho_tro",
    "quyet_dinh_phan_bo_du_an",
    "thong_bao_ket_luan",
    "bien_ban_hop_chi_hoi",
    "cong_van_so_lieu_nu",
    "huong_dan_muc_chi",
    "ke_hoach_von_ba_nguon",
    "ke_hoach_chi_tieu_hoi_vien",
    "ke_hoach_du_toan_chi_tiet",
    "bao_cao_bang_ket_qua",
    "quyet_dinh_khen_thuong",
    "cong_van_giao_viec",
    "huong_dan_thi_dua",
    "thong_bao_hoi_thi",
    "phan_bo_qua_tet",
    "bien_ban_lien_tich",
    "phoi_hop_bao_hiem",
    "du_toan_hai_nam",
    "bao_cao_so_ket_938",
    "cong_van_bang_tien_do",
    "quyet_dinh_phe_duyet",
    "huong_dan_lien_nganh",
    "bao_cao_thang",
    "quyet_dinh_giao_chi_tieu",
    "cong_van_mot_hai_ba",
    "bao_cao_tong_ket_quy",
    "phoi_hop_toa_an",
    "quyet_dinh_dinh_muc",
    "ke_hoach_phan_bo_nguon",
    "thong_bao_phan_cong",
    "huong_dan_quy_trinh_vay",
    "du_toan_phu_luc_nguon",
    "bao_cao_ket_qua_giam_sat",
)
GOLD = Path(__file__).with_name("gold")


def write_paper(name: str, directory: Path) -> Path:
    """Write the file of one paper into `directory`; a PDF needs LibreOffice."""
    paper = importlib.import_module(f".{name}", __name__)
    path = directory / paper.NAME
    paper.write(path)
    return path


def write_all(directory: Path) -> None:
    files, gold = directory / "files", directory / "gold"
    for folder in (files, gold):
        folder.mkdir(parents=True, exist_ok=True)
    for name in PAPERS:
        write_paper(name, files)
        shutil.copy(GOLD / f"{name}.json", gold)
