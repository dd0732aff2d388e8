namespace Spark.Simulators.Sparkcentral.Contacts;

internal sealed record ContactAttribute(string Attribute, string? Value, string Source);
