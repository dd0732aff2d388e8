using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;

namespace Spark.Simulators.Teams.Deliveries;

/// <summary>
/// Sends activities on their way as Teams does: those of one conversation may overtake each other, and one that was not answered in time
/// comes again, first as it was, then under a new id.
/// </summary>
internal sealed partial class Departures(SimulatorOptions options, BotCaller caller, ActivityMaker maker, TimeProvider time, IServiceProvider services, ILogger<Departures> logger)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly Lock gate = new();
    private List<JsonObject>? held;

    /// <summary>Holds what departs until it is let go, in whatever order.</summary>
    public void Hold()
    {
        lock (gate)
        {
            held ??= [];
        }
    }

    /// <summary>Lets go what was held: as it came, or the last first.</summary>
    public int Release(bool reversed)
    {
        List<JsonObject> leaving;
        lock (gate)
        {
            leaving = held ?? [];
            held = null;
        }

        if (reversed)
        {
            leaving.Reverse();
        }

        foreach (var activity in leaving)
        {
            Send(activity);
        }

        return leaving.Count;
    }

    /// <summary>Sends an activity in the background.</summary>
    public void Send(JsonObject activity)
    {
        lock (gate)
        {
            if (held is not null)
            {
                held.Add(activity);
                return;
            }
        }

        foreach (var ended in running.Keys.Where(task => task.IsCompleted))
        {
            running.TryRemove(ended, out _);
        }

        running.TryAdd(Task.Run(() => SuperviseAsync(activity), CancellationToken.None), true);
    }

    /// <summary>Sends an invoke and gives its answer, for which the client waits.</summary>
    public Task<Delivery> InvokeAsync(JsonObject activity, CancellationToken cancellationToken) => caller.CallAsync(activity, flaw: null, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        var server = services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>();
        lifetime.ApplicationStarted.Register(() => maker.ServiceUrl =
            server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First().TrimEnd('/') + Connector.ConnectorRoutes.Service);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private async Task SuperviseAsync(JsonObject activity)
    {
        try
        {
            await SendAsync(activity, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program ends.
        }
        catch (Exception exception)
        {
            LogFailed(exception);
        }
    }

    private async Task SendAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var first = await caller.CallAsync(activity, flaw: null, cancellationToken);
        if (!options.Redelivers || first.Status is >= 200 and < 500)
        {
            return;
        }

        await Task.Delay(BeforeAgain, time, cancellationToken);
        var second = await caller.CallAsync(activity, flaw: null, cancellationToken);
        if (second.Status is >= 200 and < 500)
        {
            return;
        }

        await Task.Delay(BeforeAgain, time, cancellationToken);
        await caller.CallAsync(maker.Again(activity), flaw: null, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity could not be sent")]
    private partial void LogFailed(Exception exception);
}
