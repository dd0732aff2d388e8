namespace Spark.TestPlugins.Bad;

/// <summary>There is nothing to set: how it misbehaves comes with each call.</summary>
internal sealed record BadSettings;
