using Microsoft.Extensions.Options;

namespace Spark.Host.Hosting;

/// <summary>Waits for the end, and no longer than the operator allows.</summary>
internal static class Shutdown
{
    /// <summary>What parts that heed their limit may take beyond it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static async Task WaitAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var stopped = app.WaitForShutdownAsync(cancellationToken);
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStopping.Register(() => asked.TrySetResult());
        if (await Task.WhenAny(stopped, asked.Task) == stopped)
        {
            await stopped;
            return;
        }

        var time = app.Services.GetRequiredService<TimeProvider>();
        var limit = app.Services.GetRequiredService<IOptions<ShutdownOptions>>().Value.Limit + Grace;
        if (await Task.WhenAny(stopped, Task.Delay(limit, time, CancellationToken.None)) != stopped)
        {
            await Console.Error.WriteLineAsync($"Stopping took longer than {limit.TotalSeconds:0} s; what has not ended is found again at the next start.");
            return;
        }

        try
        {
            await stopped;
        }
        catch (OperationCanceledException)
        {
            // A part was cut off at the limit, as it is to be.
        }
    }
}
