using Spark.Channels;
using Spark.Engine.Definitions;
using Spark.Messages;
using Spark.Understanding.Intents;

namespace Spark.Engine.Turns;

/// <summary>Finds out what a message means when no question is open: a button, an example of an intent, a position in the last menu, what sounds like
/// an intent.</summary>
internal static class Chooser
{
    public static void Choose(Turn turn, MessageReceived message)
    {
        var episode = turn.State.Episode!;
        var isFirst = episode.IsNew;
        var offered = turn.State.Clarifying;
        if (isFirst || !offered.IsEmpty)
        {
            turn.State = turn.State with { Episode = episode with { IsNew = false }, Clarifying = [] };
        }

        var press = message.ChoiceToken is { } token ? Buttons.Press(turn, token) : Press.Unknown;
        switch (press)
        {
            case Press.Followed or Press.Set:
                return;
            case Press.Outdated:
                Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
                return;
        }

        var text = TextOf(message);
        if (GlobalWords.Take(turn, text))
        {
            return;
        }

        if (Clarification.Read(turn, offered, message.ChoiceToken, text) is { } meant)
        {
            Clarification.Take(turn, meant);
            return;
        }

        // What the menu shows comes before what only sounds like an intent.
        var found = Intents.Find(turn, text);
        if (found is not { Match.Score: 1 } && Buttons.FindInMenu(turn, text) is { } button)
        {
            Buttons.Follow(turn, button);
        }
        else if (found is { } intent)
        {
            Begin(turn, intent.Match, intent.Dialog);
        }
        else if (press == Press.Gone)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Gone);
        }
        else if (isFirst && turn.Bot.Events.TryGetValue(BotEvent.Started, out var welcome))
        {
            turn.GoTo(welcome);
        }
        else
        {
            Miss(turn);
        }
    }

    /// <summary>Takes a text for what sounds like an intent, and for nothing else.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">What was said.</param>
    /// <param name="isFirst">True when nothing was said in the episode before.</param>
    public static void ChooseIntent(Turn turn, string text, bool isFirst)
    {
        if (Intents.Find(turn, text) is { } intent)
        {
            Begin(turn, intent.Match, intent.Dialog);
        }
        else if (isFirst && turn.Bot.Events.TryGetValue(BotEvent.Started, out var welcome))
        {
            turn.GoTo(welcome);
        }
        else
        {
            Miss(turn);
        }
    }

    /// <summary>The text of a message, its lines in order.</summary>
    public static string TextOf(MessageReceived message) =>
        string.Join('\n', message.Parts.OfType<TextPart>().Select(part => part.Text)).Trim();

    /// <summary>Says that a message was not understood, and counts it.</summary>
    public static void Miss(Turn turn)
    {
        turn.State = turn.State with { Intent = null, Score = null, Misses = turn.State.Misses + 1 };
        turn.Trace?.Understood(null);
        if (turn.Bot.Events.TryGetValue(BotEvent.NotUnderstood, out var dialog))
        {
            turn.GoTo(dialog);
        }
        else
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.NotUnderstood);
        }
    }

    private static void Begin(Turn turn, IntentMatch match, Dialog dialog)
    {
        if (!Clarification.Ask(turn, match, dialog))
        {
            turn.GoTo(dialog.Id);
            Intents.Take(turn, match);
        }
    }
}
