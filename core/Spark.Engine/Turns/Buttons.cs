using Spark.Engine.Definitions;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>Follows the buttons of menus.</summary>
internal static class Buttons
{
    /// <summary>Follows the token of a button.</summary>
    public static Press Press(Turn turn, string token)
    {
        if (ChoiceToken.FindMenuButton(turn.Bot, token) is { Goto: not null } button)
        {
            Follow(turn, button);
            return Turns.Press.Followed;
        }

        return ChoiceToken.IsAnswer(token, out _, out _, out _) ? Turns.Press.Outdated : Turns.Press.Unknown;
    }

    public static void Follow(Turn turn, Button button)
    {
        turn.State = turn.State with { Misses = 0 };
        turn.GoTo(button.Goto!);
        foreach (var assignment in button.Set)
        {
            turn.Assign(assignment.Name, turn.Evaluate(assignment.Value));
        }
    }

    /// <summary>The button of the last menu that a text means; null when it means none.</summary>
    public static Button? FindInMenu(Turn turn, string text)
    {
        if (text.Length == 0
            || turn.State.Menu is not { } menu
            || turn.Bot.Dialogs.GetValueOrDefault(menu.Dialog)?.Steps.ElementAtOrDefault(menu.Step) is not SayStep step)
        {
            return null;
        }

        // On a channel without buttons the menu was a numbered list: its numbers count links too, which lead nowhere here.
        var options = step.Buttons
            .Select(button => new ChoiceOption(button.Id, Speech.Render(turn, button.Title), []))
            .ToList();
        var id = ValueParsers.Find("choice")?.Parse(text, AnswerReader.Context(turn, options))?.Text;
        return step.Buttons.FirstOrDefault(button => button.Goto is not null && string.Equals(button.Id, id, StringComparison.Ordinal));
    }
}
