using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Understanding;

namespace Spark.Engine.Turns;

/// <summary>Decides whether a message is worth asking an understanding provider about, and what to ask. A pure function, as the turn is.</summary>
public static class UnderstandingQuestion
{
    private const int MostExamples = 30;

    /// <summary>
    /// What to ask; null when the turn would not heed the answer: a button, an example of the bot, a number, an open question into which no
    /// intent may break. What answers a question for a sensitive variable is never asked about.
    /// </summary>
    /// <param name="bot">The bot that will hear the message.</param>
    /// <param name="state">The conversation before the turn.</param>
    /// <param name="received">The event.</param>
    public static UnderstandingRequest? Of(Bot bot, ConversationState state, InboundReceived received)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(received);
        if (received is not { BotIsOff: false, Inbound: MessageReceived { ChoiceToken: null } message }
            || state.Owner != Owner.Bot
            || bot.Triggers.Count == 0
            || !HearsIntents(bot, state)
            || Prompt.AsksForSecret(bot, state))
        {
            return null;
        }

        var text = Chooser.TextOf(message);
        if (text.Length > bot.Longest || !text.Any(char.IsLetter))
        {
            return null;
        }

        var language = Door.LanguageOf(new Turn(bot, state, received));
        return bot.Intents.Match(text, language, received.At) is { Score: 1 } ? null : new()
        {
            Text = text,
            Language = language,
            Intents = [.. bot.Triggers.Keys.Select(intent => Describe(bot, intent, language))],
        };
    }

    private static bool HearsIntents(Bot bot, ConversationState state)
    {
        if (state.Waiting is not WaitingForAnswer || state.Stack is not [.., { IsAction: false } frame])
        {
            return state.Waiting is not WaitingForApproval;
        }

        return bot.Dialogs.GetValueOrDefault(frame.Id)?.Steps.ElementAtOrDefault(frame.Step) switch
        {
            AskStep ask => ask.Interrupt.Count > 0,
            ConfirmStep confirm => confirm.Interrupt.Count > 0,
            _ => false,
        };
    }

    private static IntentDescription Describe(Bot bot, string intent, string language)
    {
        var groups = bot.Examples.Where(group => string.Equals(group.Intent, intent, StringComparison.Ordinal)).ToList();
        var own = groups.FindAll(group => string.Equals(Languages.Base(group.Language), Languages.Base(language), StringComparison.Ordinal));
        string[] examples = [.. (own.Count > 0 ? own : groups).SelectMany(group => group.Expressions).Take(MostExamples)];
        string[] entities = [.. bot.Variables.Keys.Where(name => examples.Any(example => example.Contains('{' + name + '}', StringComparison.Ordinal)))];
        return new(intent, examples, entities);
    }
}
