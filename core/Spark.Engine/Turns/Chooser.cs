using Spark.Channels;
using Spark.Engine.Definitions;
using Spark.Messages;
using Spark.Understanding.Intents;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>Finds out what a message means when no question is open: a button, an intent, a position in the last menu.</summary>
internal static class Chooser
{
    public static void Choose(Turn turn, MessageReceived message)
    {
        var isFirst = turn.State.Episode!.IsNew;
        turn.State = turn.State with { Episode = turn.State.Episode with { IsNew = false } };
        if (message.ChoiceToken is { } token && Press(turn, token))
        {
            return;
        }

        var text = TextOf(message);
        if (FindIntent(turn, text) is { } found)
        {
            turn.GoTo(found.Dialog.Id);
            Take(turn, found.Match);
        }
        else if (FindInMenu(turn, text) is { } button)
        {
            Press(turn, button);
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

    /// <summary>The intent of a text and the dialog that it triggers now; null when there is none.</summary>
    public static (IntentMatch Match, Dialog Dialog)? FindIntent(Turn turn, string text)
    {
        if (turn.Bot.Intents.Match(text, turn.State.Language, turn.Happened.At) is not { } match
            || !turn.Bot.Triggers.TryGetValue(match.Intent, out var dialogs))
        {
            return null;
        }

        var dialog = dialogs.FirstOrDefault(dialog => dialog.TriggerWhen is null || turn.Evaluate(dialog.TriggerWhen).ToBoolean());
        return dialog is null ? null : (match, dialog);
    }

    /// <summary>Remembers an intent and what was said along with it.</summary>
    public static void Take(Turn turn, IntentMatch match)
    {
        turn.State = turn.State with { Intent = match.Intent, Misses = 0 };
        foreach (var (name, slot) in match.Slots)
        {
            turn.Assign(name, AnswerReader.ToValue(slot));
        }
    }

    /// <summary>Follows the token of a button; false when it is none that leads anywhere.</summary>
    public static bool Press(Turn turn, string token)
    {
        if (ChoiceToken.FindMenuButton(turn.Bot, token) is { Goto: not null } button)
        {
            Press(turn, button);
            return true;
        }

        if (ChoiceToken.IsAnswer(token, out _, out _))
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
            return true;
        }

        return false;
    }

    private static void Press(Turn turn, Button button)
    {
        turn.State = turn.State with { Misses = 0 };
        turn.GoTo(button.Goto!);
        foreach (var assignment in button.Set)
        {
            turn.Assign(assignment.Name, turn.Evaluate(assignment.Value));
        }
    }

    // On a channel without buttons the menu was a numbered list: its numbers count links too, which lead nowhere here.
    private static Button? FindInMenu(Turn turn, string text)
    {
        if (text.Length == 0
            || turn.State.Menu is not { } menu
            || turn.Bot.Dialogs.GetValueOrDefault(menu.Dialog)?.Steps.ElementAtOrDefault(menu.Step) is not SayStep step)
        {
            return null;
        }

        var options = step.Buttons
            .Select(button => new ChoiceOption(button.Id, Speech.Render(turn, button.Title), []))
            .ToList();
        var id = ValueParsers.Find("choice")?.Parse(text, AnswerReader.Context(turn, options))?.Text;
        return step.Buttons.FirstOrDefault(button => button.Goto is not null && string.Equals(button.Id, id, StringComparison.Ordinal));
    }

    private static void Miss(Turn turn)
    {
        turn.State = turn.State with { Intent = null, Misses = turn.State.Misses + 1 };
        if (turn.Bot.Events.TryGetValue(BotEvent.NotUnderstood, out var dialog))
        {
            turn.GoTo(dialog);
        }
        else
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.NotUnderstood);
        }
    }
}
