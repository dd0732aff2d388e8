using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Spark.Host.Health;
using Spark.Host.Hosting;
using Spark.Host.Tests.Support;
using Spark.Testing;

namespace Spark.Host.Tests.Health;

public sealed class ReadinessTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly ScriptedLifetime lifetime = new();
    private readonly ScriptedProbe database = new("database");
    private readonly ScriptedProbe lease = new("lease");
    private readonly Draining draining;
    private readonly Readiness readiness;

    public ReadinessTests()
    {
        draining = new(Options.Create(new ShutdownOptions { ServeOn = TimeSpan.FromSeconds(5) }), lifetime, clock, NullLogger<Draining>.Instance);
        readiness = new([database, lease], draining, clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        readiness.Dispose();
        lifetime.Dispose();
    }

    [Fact]
    public async Task It_is_ready_when_every_probe_is_content()
    {
        var report = await readiness.CheckAsync(Token);
        report.IsReady.ShouldBeTrue();
        report.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_reasons_are_told_and_not_the_first_alone()
    {
        database.OnCheck = _ => Task.FromResult<string?>("the disk is full");
        lease.OnCheck = _ => Task.FromResult<string?>("it ran out");
        var report = await readiness.CheckAsync(Token);
        report.IsReady.ShouldBeFalse();
        report.Reasons.ShouldBe(["database: the disk is full", "lease: it ran out"]);
    }

    [Fact]
    public async Task An_answer_holds_for_a_second()
    {
        await readiness.CheckAsync(Token);
        await readiness.CheckAsync(Token);
        database.Asked.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1.5));
        await readiness.CheckAsync(Token);
        database.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_is_told_to_stop_says_so_at_once_and_serves_on()
    {
        await readiness.CheckAsync(Token);
        lifetime.StopApplication();
        (await readiness.CheckAsync(Token)).Reasons.Single().ShouldStartWith("draining");

        var serving = draining.StoppingAsync(Token);
        serving.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(6));
        await serving.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }
}
