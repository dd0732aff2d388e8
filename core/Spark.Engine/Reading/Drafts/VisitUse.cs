using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A step that visits a dialog.</summary>
/// <param name="Dialog">The dialog that is visited.</param>
/// <param name="At">Where it is named.</param>
/// <param name="With">What it is given, and where.</param>
internal sealed record VisitUse(string Dialog, SourceLocation At, IReadOnlyList<KeyValuePair<string, SourceLocation>> With);
