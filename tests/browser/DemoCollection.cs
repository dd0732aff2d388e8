using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>What runs one after the other, because it drives a browser and a host at once.</summary>
[CollectionDefinition("demo")]
public sealed class DemoCollection : ICollectionFixture<CockpitRoom>;
