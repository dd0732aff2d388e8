using System.Text.Json;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>A part of a message as people see it.</summary>
/// <param name="Kind"><c>text</c>, <c>card</c> (an Adaptive Card), <c>choices</c>, <c>replies</c> (buttons that go away), <c>items</c> or <c>file</c>.</param>
/// <param name="Text">The text, or the file's name; null for others.</param>
/// <param name="Card">The card's document; null for others.</param>
/// <param name="Address">The file's address; null for others.</param>
/// <param name="Choices">The buttons; empty for others.</param>
/// <param name="Items">The items; empty for others.</param>
public sealed record StudioPart(
    string Kind,
    string? Text,
    JsonElement? Card,
    string? Address,
    IReadOnlyList<StudioChoice> Choices,
    IReadOnlyList<StudioItem> Items);
