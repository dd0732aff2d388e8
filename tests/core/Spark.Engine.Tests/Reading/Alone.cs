namespace Spark.Engine.Tests.Reading;

/// <summary>Tests that measure run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
