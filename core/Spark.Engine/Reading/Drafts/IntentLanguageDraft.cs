using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Drafts;

/// <summary>The examples of an intent in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Examples">What people say.</param>
internal sealed record IntentLanguageDraft(string Language, SourceLocation At, IReadOnlyList<YamlScalar> Examples);
