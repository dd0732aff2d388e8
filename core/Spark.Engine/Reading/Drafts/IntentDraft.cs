using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>An intent as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Languages">Its examples by language.</param>
internal sealed record IntentDraft(string Name, SourceLocation At, IReadOnlyList<IntentLanguageDraft> Languages);
