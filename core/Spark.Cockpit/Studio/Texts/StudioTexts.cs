namespace Spark.Cockpit.Studio.Texts;

/// <summary>The texts of a bot in all its languages.</summary>
/// <param name="Languages">The languages; the dialogs are written in the first one.</param>
/// <param name="Texts">The texts, in the order in which they are written.</param>
internal sealed record StudioTexts(IReadOnlyList<string> Languages, IReadOnlyList<StudioText> Texts);
