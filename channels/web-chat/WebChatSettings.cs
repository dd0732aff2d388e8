using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Settings;

namespace Spark.Channels.WebChat;

/// <summary>The settings of one instance.</summary>
/// <remarks>The properties have setters because source-generated JSON overwrites the defaults of <c>init</c> properties.</remarks>
internal sealed partial record WebChatSettings
{
    public const int ShortestSecret = 16;
    public const int ShortestIdentitySecret = 32;
    public const int LargestMegabytes = 25;

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

    [Secret]
    [Setting("Identity secret", Help = "With it, the server of a site that shows the chat can vouch for who its user is: it signs a JSON Web Token with HS256. At least 32 characters; leave it out and nobody is vouched for.")]
    public string? IdentitySecret { get; set; }

    [Setting("Files", Help = "On: people may send files, with the button, by dropping or by pasting them.")]
    public bool Uploads { get; set; } = true;

    [Setting("Largest file", Help = "In megabytes (1,048,576 bytes), for each file; at most 25.")]
    public int MaxFileMegabytes { get; set; } = 10;

    [Setting("Types of files", Help = "The media types that people may send, such as application/pdf, or image/* for all pictures. What a file is is told by its content, not by its name.")]
    public IReadOnlyList<string> FileTypes { get; set; } =
    [
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/heic", "application/pdf", "text/plain", "text/csv",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ];

    /// <summary>The most bytes of one file.</summary>
    public int MaxFileBytes => MaxFileMegabytes * 1024 * 1024;

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

        if (IdentitySecret is { Length: > 0 and < ShortestIdentitySecret })
        {
            problems.Add($"The setting 'identitySecret' has {IdentitySecret.Length} characters and needs at least {ShortestIdentitySecret}: who guesses it can be anybody.");
        }

        if (MaxFileMegabytes is < 1 or > LargestMegabytes)
        {
            problems.Add($"The setting 'maxFileMegabytes' is {MaxFileMegabytes.ToString(CultureInfo.InvariantCulture)} and must be from 1 to {LargestMegabytes}.");
        }

        problems.AddRange(FileTypes.Where(type => !MediaTypeForm().IsMatch(type)).Select(type =>
            $"The setting 'fileTypes' holds '{type}', which is no media type: write image/png, or image/* for all pictures."));
        problems.AddRange(AllowedOrigins.Where(origin => !OriginPolicy.IsOrigin(origin)).Select(origin =>
            $"The setting 'allowedOrigins' holds '{origin}', which is no origin: write scheme and host only, such as https://intranet.example.com."));
        return problems;
    }

    /// <summary>Only the name: the members that a record prints by itself include the secret.</summary>
    public override string ToString() => nameof(WebChatSettings);

    [GeneratedRegex(@"^[a-z]+/(\*|[a-z0-9][a-z0-9.+-]*)\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MediaTypeForm();
}
