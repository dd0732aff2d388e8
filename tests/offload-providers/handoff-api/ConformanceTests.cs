using Spark.Offload.HandoffApi.Tests.Support;
using Spark.Testing.Conformance;

namespace Spark.Offload.HandoffApi.Tests;

/// <summary>What the host promises of every offload provider holds of the other Spark.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task Handoff_api_conforms()
    {
        await using var other = await OtherSpark.StartAsync();
        using var link = other.Connect();

        (await OffloadConformance.RunAsync(new() { Kind = OffloadKind.Link, Provider = link, FindsThePerson = true }, TestContext.Current.CancellationToken)).ShouldBeEmpty();

        other.Handovers.ShouldNotBeEmpty();
    }
}
