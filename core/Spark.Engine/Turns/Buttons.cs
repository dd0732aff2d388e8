using Spark.Engine.Definitions;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>Follows the buttons of menus.</summary>
internal static class Buttons
{
    /// <summary>Follows the token of a button.</summary>
    public static Press Press(Turn turn, string token)
    {
        if (ChoiceToken.FindMenuButton(turn.Bot, token) is { Link: null } button)
        {
            return Follow(turn, button);
        }

        return ChoiceToken.IsAnswer(token, out _, out _, out _) ? Turns.Press.Outdated
            : ChoiceToken.IsMenu(token) ? Turns.Press.Gone
            : Turns.Press.Unknown;
    }

    /// <summary>True when the button of a token sets a variable.</summary>
    public static bool Sets(Turn turn, string token, string variable) =>
        ChoiceToken.FindMenuButton(turn.Bot, token)?.Set.Any(assignment => string.Equals(assignment.Name, variable, StringComparison.Ordinal)) == true;

    public static Press Follow(Turn turn, Button button)
    {
        turn.State = turn.State with { Misses = 0 };
        if (button.Goto is { } dialog)
        {
            turn.GoTo(dialog);
        }

        DialogRunner.Set(turn, button.Set);
        return button.Goto is null ? Turns.Press.Set : Turns.Press.Followed;
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
        var buttons = step.AllButtons;
        var options = buttons
            .Select(button => new ChoiceOption(button.Id, Speech.Render(turn, button.Title), []))
            .ToList();
        var id = ValueParsers.Find("choice")?.Parse(text, AnswerReader.Context(turn, options))?.Text;
        return buttons.FirstOrDefault(button => button.Link is null && string.Equals(button.Id, id, StringComparison.Ordinal));
    }
}
