using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Actions.Email;

/// <summary>The step's fields.</summary>
internal sealed record EmailInput
{
    /// <summary>The connection.</summary>
    public string? Email { get; init; }

    /// <summary>One address, or a list.</summary>
    public required JsonElement To { get; init; }

    public JsonElement? Cc { get; init; }

    public JsonElement? Bcc { get; init; }

    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>The message as plain text.</summary>
    public string? Text { get; init; }

    /// <summary>The message as HTML; with a text, both are sent.</summary>
    public string? Html { get; init; }

    public Attached[]? Attachments { get; init; }

    /// <summary>A file that goes with the message.</summary>
    internal sealed record Attached
    {
        public required string Name { get; init; }

        [JsonPropertyName("mediaType")]
        public string? MediaType { get; init; }

        /// <summary>The content as Base64.</summary>
        public string? Content { get; init; }

        /// <summary>The content as a text.</summary>
        public string? Text { get; init; }
    }
}
