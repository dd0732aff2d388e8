namespace Spark.Browser.Tests.Support;

/// <summary>Starts the demo for its tests, beside which no others run: each wants the whole machine for its page.</summary>
[CollectionDefinition(SharedDemo.Collection, DisableParallelization = true)]
public sealed class SharedDemoDefinition : ICollectionFixture<SharedDemo>;
