"""A unit makes one plan from a higher one, and amends it from then on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_goals")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="decided",
            field=models.JSONField(blank=True, default=list, verbose_name="differences that were decided"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                fields=["above", "keeper"],
                condition=models.Q(("amends", None)),
                name="plans_once_from_a_higher_one",
            ),
        ),
    ]
