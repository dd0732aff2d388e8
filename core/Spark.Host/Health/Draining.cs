using Microsoft.Extensions.Options;
using Spark.Host.Hosting;

namespace Spark.Host.Health;

/// <summary>
/// The first thing that happens when the host is told to stop: it says that it is not ready, and serves on for a moment, so that a
/// balancer turns away from it before its listeners close.
/// </summary>
internal sealed partial class Draining(
    IOptions<ShutdownOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Draining> logger) : IHostedLifecycleService
{
    public bool IsDraining => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var serve = options.Value.ServeOn ?? TimeSpan.Zero;
        if (serve > TimeSpan.Zero)
        {
            LogDraining(serve);
            await Task.Delay(serve, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The host was told to stop; it serves on for {Time} before its listeners close")]
    private partial void LogDraining(TimeSpan time);
}
