import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisations", "0005_reorganisations")]

    operations = [
        migrations.AddField(
            model_name="reorganisation",
            name="line",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.line",
                verbose_name="line",
            ),
        ),
    ]
