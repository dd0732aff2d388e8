using System.Globalization;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>
/// What a button carries. A question's button names the turn that asked, so that it answers once; a menu's button names its dialog,
/// step and button, so that it works as often as it is pressed, also after a restart.
/// </summary>
internal static class ChoiceToken
{
    private const string Answer = "answer";
    private const string Menu = "menu";

    public static string ForAnswer(long visit, string value) => string.Create(CultureInfo.InvariantCulture, $"{Answer}/{visit}/{value}");

    public static string ForMenu(string dialog, SayStep step, Button button) => $"{Menu}/{dialog}/{step.Path}/{button.Id}";

    /// <summary>True when the token is one of a question, open or not.</summary>
    public static bool IsAnswer(string token, out long visit, out string value)
    {
        var parts = token.Split('/', 3);
        value = parts.Length == 3 ? parts[2] : "";
        visit = 0;
        return parts.Length == 3
            && string.Equals(parts[0], Answer, StringComparison.Ordinal)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out visit);
    }

    /// <summary>The menu button that the token names in this version of the bot; null when there is none (any more).</summary>
    public static Button? FindMenuButton(Bot bot, string token)
    {
        var parts = token.Split('/', 4);
        return parts.Length == 4
            && string.Equals(parts[0], Menu, StringComparison.Ordinal)
            && bot.Dialogs.TryGetValue(parts[1], out var dialog)
                ? dialog.Steps.OfType<SayStep>()
                    .FirstOrDefault(step => string.Equals(step.Path, parts[2], StringComparison.Ordinal))?.Buttons
                    .FirstOrDefault(button => string.Equals(button.Id, parts[3], StringComparison.Ordinal))
                : null;
    }
}
