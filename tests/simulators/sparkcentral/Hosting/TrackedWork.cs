using System.Collections.Concurrent;

namespace Spark.Simulators.Sparkcentral.Hosting;

/// <summary>Background work that is known by name to the host: its faults are logged, and the host waits for its end.</summary>
internal sealed partial class TrackedWork(ILogger<TrackedWork> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, bool> running = new();

    public void Start(Func<CancellationToken, Task> work)
    {
        foreach (var ended in running.Keys.Where(task => task.IsCompleted))
        {
            running.TryRemove(ended, out _);
        }

        running.TryAdd(Task.Run(() => SuperviseAsync(work), CancellationToken.None), true);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private async Task SuperviseAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program ends; what was on its way stays as the log last saw it.
        }
        catch (Exception exception)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work failed")]
    private partial void LogFailed(Exception exception);
}
