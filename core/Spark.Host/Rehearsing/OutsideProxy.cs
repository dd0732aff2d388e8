using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Actions;
using Spark.Runtime.Offload;

namespace Spark.Host.Rehearsing;

/// <summary>All that lies outside, as a process sees it that is to be killed: every effect is a question to the test, which outlives it.</summary>
/// <param name="write">Writes a line to the test.</param>
internal sealed class OutsideProxy(Action<JsonObject> write) : IActionDirectory, IOffloadDirectory
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> questions = new();
    private readonly PatientDesk desk = new();
    private int last;

    /// <summary>Takes an answer of the test.</summary>
    public void Take(JsonObject answer)
    {
        if (questions.TryRemove((int)answer["id"]!, out var waiting))
        {
            waiting.TrySetResult(answer);
        }
    }

    /// <summary>Sends a message.</summary>
    public async ValueTask<Delivery> SendAsync(OutboundMessage message)
    {
        var answer = await AskAsync(message.EffectId, new SendMessage { Parts = message.Parts, Language = message.Language });
        return (string?)answer["result"] == "ok" ? Delivery.Delivered : Delivery.NotSent("The test refuses every message once.");
    }

    public async ValueTask<ActionResult<Value>> ExecuteAsync(
        string action, Value input, ActionContext context, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(context.EffectId, new InvokeAction { Action = action, Input = input, Language = context.Language });
        return new() { Result = (string)answer["result"]!, Output = answer["output"] is { } output ? Value.From(output) : Value.Undefined };
    }

    public bool IsRepeatable(string action, Value input, ActionContext context) => true;

    public async ValueTask<OffloadDecision> OpenAsync(string connection, OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(request.EffectId, new OpenOffload
        {
            Connection = connection, Fields = Value.Object([]), Variables = Value.Object([]), Language = request.Language,
        });

        // As an event it has a form in JSON already.
        return ((OffloadDecided)ConversationJson.ReadEvent(Wire.Bytes(answer, "decided"))).Decision;
    }

    public IRunningDesk? FindDesk(string connection) => desk;

    private async Task<JsonObject> AskAsync(string effectId, Effect effect)
    {
        var id = Interlocked.Increment(ref last);
        var waiting = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        questions[id] = waiting;
        var line = Wire.Line(Wire.Effect);
        line["id"] = id;
        line["effectId"] = effectId;
        line["effect"] = Wire.Node(ConversationJson.Write(effect));
        write(line);
        return await waiting.Task;
    }
}
