using Microsoft.Extensions.Logging.Abstractions;
using Spark.Cockpit.Hosting;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Tests.Hosting;

/// <summary>What the cockpit does now and then goes on, whatever it meets.</summary>
public sealed class RepeatedWorkTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_breaks_is_done_again_and_does_not_end_the_host()
    {
        using var work = new BreakingWork();
        await work.StartAsync(Cancelled);

        await work.HasGoneWell.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);

        work.Times.ShouldBe(3);
        work.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await work.StopAsync(Cancelled);
        work.ExecuteTask.IsFaulted.ShouldBeFalse();
    }

    /// <summary>Meets a database that is away, then a mistake, and then nothing.</summary>
    private sealed class BreakingWork() : RepeatedWork(
        "The work", TimeSpan.FromMilliseconds(1), new(NullLogger<EffectSupervisor>.Instance), TimeProvider.System, NullLogger.Instance)
    {
        public TaskCompletionSource HasGoneWell { get; } = new();

        public int Times { get; private set; }

        protected override async Task DoAsync(CancellationToken cancellationToken)
        {
            switch (++Times)
            {
                case 1:
                    throw StoreUnavailableException.QueueIsFull(1);
                case 2:
                    throw new InvalidDataException();
                default:
                    HasGoneWell.TrySetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
            }
        }
    }
}
