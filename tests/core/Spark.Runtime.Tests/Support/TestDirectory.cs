using System.Collections.Concurrent;
using Spark.Actions;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Actions;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Understanding;
using Spark.Understanding;

namespace Spark.Runtime.Tests.Support;

/// <summary>The plugins of a test: its channels, and one script each for actions and offload providers.</summary>
public sealed class TestDirectory : IChannelDirectory, IActionDirectory, IOffloadDirectory, IUnderstandingDirectory
{
    public ConcurrentDictionary<string, IRunningChannel> Channels { get; } = new(StringComparer.Ordinal);

    public Func<string, ActionContext, CancellationToken, Task<ActionResult<Value>>> OnAction { get; set; } =
        (_, _, _) => Task.FromResult(ActionResult.Ok(Value.Parse("""{"ticket":"T1"}""")));

    public Func<string, OffloadRequest, Task<OffloadDecision>> OnOffload { get; set; } =
        (_, _) => Task.FromResult(OffloadDecision.Of(OffloadResult.Accepted));

    public Func<UnderstandingRequest, Task<UnderstandingResult>> OnUnderstand { get; set; } =
        _ => Task.FromResult(UnderstandingResult.Failed("Nobody is there."));

    public Announcements<(string Connection, UnderstandingRequest Request, TimeSpan Timeout)> Questions { get; } = new();

    public Func<string, bool> OnRepeatable { get; set; } = _ => true;

    public Func<string, IRunningChannel?>? OnFind { get; set; }

    public Announcements<(string Action, ActionContext Context, TimeSpan Timeout)> Actions { get; } = new();

    public Announcements<(string Connection, OffloadRequest Request)> Offloads { get; } = new();

    public IRunningChannel? Find(string instanceId) => OnFind is { } find ? find(instanceId) : Channels.GetValueOrDefault(instanceId);

    public bool IsRepeatable(string action, Value input, ActionContext context) => OnRepeatable(action);

    public async ValueTask<ActionResult<Value>> ExecuteAsync(
        string action, Value input, ActionContext context, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Actions.Add((action, context, timeout));
        return await OnAction(action, context, cancellationToken);
    }

    public async ValueTask<UnderstandingResult> UnderstandAsync(
        string connection, UnderstandingRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Questions.Add((connection, request, timeout));
        return await OnUnderstand(request);
    }

    public ConcurrentDictionary<string, IRunningDesk> Desks { get; } = new(StringComparer.Ordinal);

    public IRunningDesk? FindDesk(string connection) => Desks.GetValueOrDefault(connection);

    public async ValueTask<OffloadDecision> OpenAsync(
        string connection, OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Offloads.Add((connection, request));
        return await OnOffload(connection, request);
    }
}
