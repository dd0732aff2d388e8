using System.Text.RegularExpressions;
using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;

namespace Spark.Runtime.Offload;

/// <summary>
/// Takes the addresses out of what was said that let one person in elsewhere: whoever reads a transcript is somebody else. What is left says
/// where it led.
/// </summary>
public sealed partial class LinkMask
{
    private const string Hidden = "***";

    private readonly (string Link, string Shown)[] links;

    private LinkMask(IEnumerable<Uri> links) => this.links =
    [
        .. links.SelectMany(link => new[] { link.AbsoluteUri, link.OriginalString }.Distinct(StringComparer.Ordinal).Select(form => (form, Shown(link))))
            .OrderByDescending(one => one.form.Length),
    ];

    /// <summary>The mask for some turns: of the links that they sent, and of every token that the host has made.</summary>
    /// <param name="turns">The turns.</param>
    public static LinkMask Of(IEnumerable<ConversationEvent> turns) =>
        new(turns.OfType<OffloadDecided>().Select(decided => decided.Decision.Link).OfType<Uri>());

    /// <inheritdoc cref="Of(IEnumerable{ConversationEvent})"/>
    public static LinkMask Of(IEnumerable<LoggedTurn> turns) => Of(turns.Select(turn => turn.Event));

    /// <summary>A text without them.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (link, shown) in links)
        {
            text = text.Replace(link, shown, StringComparison.Ordinal);
        }

        return Token().Replace(text, Hidden);
    }

    // Still an address, so that a record can be read and replayed.
    private static string Shown(Uri link) => link.IsAbsoluteUri ? $"{link.GetLeftPart(UriPartial.Authority)}/{Hidden}" : Hidden;

    // A link that was decided on long before what is shown is known by its token alone.
    [GeneratedRegex("(?<=spark-link\\.)[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
