namespace Spark.Settings;

/// <summary>
/// Marks a property of a settings record as a secret: it is written but never read back, never logged, and an operator
/// gives it as <c>env:SPARK_SECRET_…</c> or <c>file:…</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
