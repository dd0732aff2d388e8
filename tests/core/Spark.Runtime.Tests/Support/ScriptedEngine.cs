using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Messages;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Support;

/// <summary>An engine whose turns the test writes. Without a script it repeats what the person said.</summary>
public sealed class ScriptedEngine : ITurnEngine
{
    public Func<Bot, ConversationState, ConversationEvent, TurnResult> OnRun { get; set; } =
        (_, state, happened) => Say(state, TextOf(happened) is { } text ? [$"You said {text}"] : []);

    public Func<Bot, ConversationState, ConversationEvent, EngineFault, TurnResult> OnFail { get; set; } =
        (_, state, _, fault) => Say(state, "That failed.") with { Fault = fault };

    public Announcements<ConversationEvent> Runs { get; } = new();

    public TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened)
    {
        var result = OnRun(bot, state, happened);
        Runs.Add(happened);
        return result;
    }

    public TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault) =>
        OnFail(bot, state, happened, fault);

    public static string? TextOf(ConversationEvent happened) =>
        happened is InboundReceived { Inbound: MessageReceived message } ? PlainText.Render(message.Parts) : null;

    /// <summary>A turn that says something and ends.</summary>
    public static TurnResult Say(ConversationState state, params string[] texts) => Do(state, [.. texts.Select(Message)]);

    /// <summary>A turn that wants things done, and does not wait for them.</summary>
    public static TurnResult Do(ConversationState state, params Effect[] effects) =>
        new(state with { Sequence = state.Sequence + 1 }, effects);

    /// <summary>A turn that waits for the last of its effects.</summary>
    public static TurnResult Await(ConversationState state, params Effect[] effects) => Await(state, isHandover: false, effects);

    /// <summary>A turn that waits for the last of its effects.</summary>
    public static TurnResult Await(ConversationState state, bool isHandover, params Effect[] effects)
    {
        var after = state with
        {
            Sequence = state.Sequence + 1,
            Waiting = new WaitingForEffect { Effect = new(state.Sequence + 1, effects.Length - 1), IsHandover = isHandover },
        };
        return new(after, effects);
    }

    public static SendMessage Message(string text) => new() { Parts = [new TextPart(text)], Language = "en" };

    public static SendMessage Handover(string text) => Message(text) with { Completion = new() { Kind = CompletionKind.Handover } };

    public static InvokeAction Action(string id) =>
        new() { Action = id, Input = Expressions.Value.Parse("""{"minutes":5}"""), Language = "en" };
}
