using Microsoft.Extensions.Options;

namespace Spark.Host.Hosting;

/// <summary>Waits for the end, and takes no longer over it than the operator allows.</summary>
internal static class Shutdown
{
    /// <summary>What parts that heed their limit may take beyond it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Waits until the host is to stop: by a signal, by its caller, or by a part that has failed.</summary>
    public static async Task AskedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var signal = lifetime.ApplicationStopping.Register(() => asked.TrySetResult());
        await using var caller = cancellationToken.Register(() => asked.TrySetResult());
        await asked.Task;
    }

    /// <summary>Stops what runs. Also to be called when the start did not come to its end: what had begun by then is put down, not dropped.</summary>
    public static async Task StopAsync(WebApplication app)
    {
        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var stopped = app.StopAsync(CancellationToken.None);
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
