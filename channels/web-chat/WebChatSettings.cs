using Spark.Settings;

namespace Spark.Channels.WebChat;

/// <summary>The settings of one instance.</summary>
/// <remarks>The properties have setters because source-generated JSON overwrites the defaults of <c>init</c> properties.</remarks>
internal sealed record WebChatSettings
{
    public const int ShortestSecret = 16;

    [Secret]
    [Setting("Secret", Help = "Signs the tokens of conversations, and lets your own server ask for them. At least 16 characters; a change ends all open conversations.")]
    public string? Secret { get; set; }

    [Setting("Title", Help = "Stands at the top of the chat page.")]
    public string Title { get; set; } = "Chat";

    [Setting("Name of the bot", Help = "The name under which the bot's messages appear.")]
    public string BotName { get; set; } = "Assistant";

    [Setting("Open to everyone", Help = "On: whoever reaches the chat page can talk to the bot. Off: only who brings a token that your own server got with the secret.")]
    public bool OpenToEveryone { get; set; } = true;

    [Setting("Allowed origins", Help = "Other web sites that may talk to this channel or show the chat page in a frame, such as https://intranet.example.com. A single * allows all.")]
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Everything that is wrong, each in a sentence for the operator.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrEmpty(Secret))
        {
            problems.Add($"The setting 'secret' is missing: give at least {ShortestSecret} random characters, as env:SPARK_SECRET_… or file:….");
        }
        else if (Secret.Length < ShortestSecret)
        {
            problems.Add($"The setting 'secret' has {Secret.Length} characters and needs at least {ShortestSecret}: who guesses it can read conversations.");
        }

        problems.AddRange(AllowedOrigins.Where(origin => !OriginPolicy.IsOrigin(origin)).Select(origin =>
            $"The setting 'allowedOrigins' holds '{origin}', which is no origin: write scheme and host only, such as https://intranet.example.com."));
        return problems;
    }

    /// <summary>Only the name: the members that a record prints by itself include the secret.</summary>
    public override string ToString() => nameof(WebChatSettings);
}
