using Spark.Understanding.Entities.Pieces;

namespace Spark.Understanding.Entities.Words;

/// <summary>
/// What one language knows: its settings, its phrases by category, and the rules that are its alone.
/// Read from a text, so that another language is another file. <see cref="TableReader"/> knows the form of the file.
/// </summary>
internal sealed class LanguageTable
{
    private static readonly PhraseTree Nothing = new();

    private readonly Dictionary<string, PhraseTree> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    /// <summary>The rules of the table, in order: the name of what they read, and the pattern with its action.</summary>
    public List<(string Name, string Rule)> Rules { get; } = [];

    public PhraseTree Category(string name) => _categories.GetValueOrDefault(name, Nothing);

    public string Setting(string name, string otherwise = "") => _settings.GetValueOrDefault(name, otherwise);

    public bool Has(string name) => _settings.ContainsKey(name);

    public void Set(string name, string value) => _settings[name] = value;

    public void Add(string category, string phrase, string meaning)
    {
        if (!_categories.TryGetValue(category, out PhraseTree? tree))
        {
            _categories.Add(category, tree = new PhraseTree());
        }

        tree.Add(phrase, meaning);
    }

    /// <summary>The longest phrase of the category at the index; null when there is none.</summary>
    public (string Meaning, int Next)? Longest(string category, PiecedText text, int index) =>
        Category(category).Read(text, index) is [var longest, ..] ? longest : null;
}
