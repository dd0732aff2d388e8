using System.Text.Json;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Takes the bot's own name out of what was said to it.</summary>
internal static class Mentions
{
    /// <summary>The text without the mentions of whom it was sent to.</summary>
    public static string Strip(Activity activity, string text)
    {
        var bot = activity.Recipient.Text("id");
        foreach (var entity in activity.Json.Items("entities").Where(entity => entity.Text("type") == "mention"))
        {
            var mentioned = entity.Object("mentioned");
            if (bot is null || !string.Equals(mentioned.Text("id"), bot, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if ((entity.Text("text") ?? Tag(mentioned)) is { } written)
            {
                text = text.Replace(written, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text.Trim();
    }

    private static string? Tag(JsonElement mentioned) => mentioned.Text("name") is { } name ? $"<at>{name}</at>" : null;
}
