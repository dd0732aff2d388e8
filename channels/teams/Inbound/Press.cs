using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Spark.Channels.Teams.Inbound;

/// <summary>
/// A press on a button, ours or a card's own. Teams may deliver the same press again after half a minute under a new id and time, so that
/// its id does not tell; what tells is who pressed what on which card within a minute.
/// </summary>
internal sealed record Press
{
    /// <summary>The name of our own data among that of a button.</summary>
    public const string Own = "spark";

    // Windows of half a minute: three of them cover a minute wherever it begins.
    private const int WindowSeconds = 30;
    private const int Windows = 3;

    /// <summary>What comes back to the bot; null for a card's own data.</summary>
    public string? Token { get; private init; }

    public string? Label { get; private init; }

    /// <summary>The text that the button stood under.</summary>
    public string? Ask { get; private init; }

    /// <summary>True when it answers a question: then its card is taken out of use.</summary>
    public bool AnswerOnce { get; private init; }

    /// <summary>For whom the button was made; null for everybody.</summary>
    public string? For { get; private init; }

    /// <summary>All that came with the press.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The press that a value stands for.</summary>
    public static Press Of(JsonElement data)
    {
        var own = data.Object(Own);
        return new()
        {
            Data = data,
            Token = own.Text("token") ?? data.Text("token"),
            Label = own.Text("label"),
            Ask = own.Text("ask"),
            AnswerOnce = own.IsTrue("once"),
            For = own.Text("for"),
        };
    }

    /// <summary>True when nothing but our own data came with it.</summary>
    public bool IsOnlyOurs => Data.Object(Own).ValueKind == JsonValueKind.Object && Data.GetPropertyCount() == 1;

    /// <summary>True when the person may press it: in a group only the one who was asked.</summary>
    public bool IsFor(string? person) => For is null || string.Equals(For, person, StringComparison.OrdinalIgnoreCase);

    /// <summary>The keys by which the same press is known when it comes again under another id.</summary>
    public IEnumerable<string> Keys(string? card, string? presser, DateTimeOffset at)
    {
        var what = string.Join('\n', card, presser, Token ?? Data.GetRawText());
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));
        var window = at.ToUnixTimeSeconds() / WindowSeconds;
        return Enumerable.Range(0, Windows).Select(i => string.Create(CultureInfo.InvariantCulture, $"press:{hash}:{window + i}"));
    }
}
