using System.Globalization;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>
/// What a button carries. A question's button names its episode and question, so that it answers once; a menu's button names its dialog,
/// step and button, so that it works as often as it is pressed, also after a restart.
/// </summary>
internal static class ChoiceToken
{
    private const string Answer = "answer";
    private const string Menu = "menu";
    private const string Intent = "intent/";

    public static string ForAnswer(int episode, long question, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Answer}/{episode}/{question}/{value}");

    public static string ForMenu(string dialog, SayStep step, Button button) => $"{Menu}/{dialog}/{step.Path}/{button.Id}";

    /// <summary>The token of an intent that is offered; that of none of them for the empty name.</summary>
    public static string ForIntent(string intent) => Intent + intent;

    /// <summary>The intent that a token names; null when it names none.</summary>
    public static string? FindIntent(string token) => token.StartsWith(Intent, StringComparison.Ordinal) ? token[Intent.Length..] : null;

    /// <summary>True when the token is one of a question, open or not.</summary>
    public static bool IsAnswer(string token, out int episode, out long question, out string value)
    {
        var parts = token.Split('/', 4);
        value = parts.Length == 4 ? parts[3] : "";
        (episode, question) = (0, 0);
        return parts.Length == 4
            && string.Equals(parts[0], Answer, StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out episode)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out question);
    }

    /// <summary>True when the token is one of a menu, of this version of the bot or another.</summary>
    public static bool IsMenu(string token) => token.StartsWith($"{Menu}/", StringComparison.Ordinal);

    /// <summary>The menu button that the token names in this version of the bot; null when there is none (any more).</summary>
    public static Button? FindMenuButton(Bot bot, string token)
    {
        var parts = token.Split('/', 4);
        return parts.Length == 4
            && string.Equals(parts[0], Menu, StringComparison.Ordinal)
            && bot.Dialogs.TryGetValue(parts[1], out var dialog)
                ? dialog.Steps.OfType<SayStep>()
                    .FirstOrDefault(step => string.Equals(step.Path, parts[2], StringComparison.Ordinal))?.AllButtons
                    .FirstOrDefault(button => string.Equals(button.Id, parts[3], StringComparison.Ordinal))
                : null;
    }
}
