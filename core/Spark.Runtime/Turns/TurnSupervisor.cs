using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Messages;

namespace Spark.Runtime.Turns;

/// <summary>
/// Runs the engine so that a turn always has a result. The one place that catches what the engine throws: a bot's mistake or ours must
/// not lose a message that was accepted, nor come back with every repetition of it.
/// </summary>
public sealed partial class TurnSupervisor(ITurnEngine engine, ILogger<TurnSupervisor> logger)
{
    /// <summary>The engine threw.</summary>
    public const string EngineThrew = "SPK11007";

    /// <summary>No bot is there to answer.</summary>
    public const string NoBot = "SPK11005";

    /// <summary>The store cannot write what the turn has made.</summary>
    public const string Unstorable = "SPK11008";

    /// <summary>Runs a turn.</summary>
    /// <param name="bot">The bot; null when there is none.</param>
    /// <param name="state">The state before.</param>
    /// <param name="happened">The event.</param>
    /// <param name="key">The conversation, for the log.</param>
    public TurnResult Run(Bot? bot, ConversationState state, ConversationEvent happened, ConversationKey key)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        if (bot is null)
        {
            LogNoBot(key, NoBot);
            return LastResort(state, new() { Code = NoBot, Message = "No bot is loaded that could answer on this channel." });
        }

        var result = Attempt(bot, state, happened, key);
        if (result.Fault is { } fault)
        {
            LogFault(key, state.Sequence + 1, fault.Code, fault.Where, fault.Message);
        }

        return result;
    }

    /// <summary>Answers a turn that the store cannot write.</summary>
    /// <param name="bot">The bot; null when there is none.</param>
    /// <param name="state">The state before.</param>
    /// <param name="happened">The event.</param>
    /// <param name="key">The conversation, for the log.</param>
    /// <param name="isLast">True when the answer to the fault could not be written either.</param>
    internal TurnResult Replace(Bot? bot, ConversationState state, ConversationEvent happened, ConversationKey key, bool isLast)
    {
        var fault = new EngineFault { Code = Unstorable, Message = "What the turn made of the conversation cannot be written." };
        LogFault(key, state.Sequence + 1, fault.Code, fault.Where, fault.Message);
        return bot is null || isLast ? LastResort(state, fault) : AttemptFailed(bot, state, happened, key, fault);
    }

    private TurnResult Attempt(Bot bot, ConversationState state, ConversationEvent happened, ConversationKey key)
    {
        try
        {
            return engine.Run(bot, state, happened);
        }
#pragma warning disable CA1031 // The supervisor: whatever the engine throws is this turn's result.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            LogEngineThrew(key, state.Sequence + 1, thrown);
            return AttemptFailed(bot, state, happened, key, Fault(thrown));
        }
    }

    private TurnResult AttemptFailed(Bot bot, ConversationState state, ConversationEvent happened, ConversationKey key, EngineFault fault)
    {
        try
        {
            return engine.Fail(bot, state, happened, fault) with { Fault = fault };
        }
#pragma warning disable CA1031 // The supervisor: when even the bot's own answer to faults throws, a fixed text is left.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            LogEngineThrew(key, state.Sequence + 1, thrown);
            LogLastResort(key, state.Sequence + 1, EngineThrew, thrown.GetType().Name);
            return LastResort(state, fault);
        }
    }

    // The exception's own message may quote what the person wrote: the fault names only its type and where it came from.
    private static EngineFault Fault(Exception thrown) => new()
    {
        Code = EngineThrew,
        Message = string.Create(CultureInfo.InvariantCulture, $"The engine threw {thrown.GetType().Name} in {thrown.TargetSite?.DeclaringType?.Name}.{thrown.TargetSite?.Name}."),
    };

    private static TurnResult LastResort(ConversationState state, EngineFault fault)
    {
        var after = state with { Sequence = state.Sequence + 1, Stack = [], Waiting = null, Deferred = [], Menu = null };
        if (state.Owner != Owner.Bot)
        {
            return new(after, [], fault);
        }

        var language = state.Language.Length > 0 ? state.Language : state.Person?.Language ?? "en";
        var text = language.StartsWith("nl", StringComparison.OrdinalIgnoreCase)
            ? "Sorry, er ging iets mis. Probeer het later opnieuw."
            : "Sorry, something went wrong. Please try again later.";
        return new(after, [new SendMessage { Parts = [new TextPart(text)], Language = language }], fault);
    }

    // An exception's message may quote the person: above Debug only its type and place are logged, with the fault.
    [LoggerMessage(Level = LogLevel.Debug, Message = "The engine threw in turn {Sequence} of conversation {Conversation}")]
    private partial void LogEngineThrew(ConversationKey conversation, long sequence, Exception thrown);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: the answer to the fault of turn {Sequence} of conversation {Conversation} threw {Exception} itself; a fixed text was sent")]
    private partial void LogLastResort(ConversationKey conversation, long sequence, string code, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: turn {Sequence} of conversation {Conversation} failed at {Where}: {Reason}")]
    private partial void LogFault(ConversationKey conversation, long sequence, string code, string? where, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: no bot was loaded to answer conversation {Conversation}; a fixed text was sent")]
    private partial void LogNoBot(ConversationKey conversation, string code);
}
