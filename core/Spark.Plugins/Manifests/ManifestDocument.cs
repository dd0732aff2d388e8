using System.Text;
using System.Text.Json;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Plugins.Manifests;

/// <summary>The fields of a manifest with the place of each, which <see cref="JsonDocument"/> does not tell.</summary>
internal sealed class ManifestDocument
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 16 };

    private readonly Dictionary<string, ManifestField> fields = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];
    private readonly string file;

    private ManifestDocument(string file) => this.file = file;

    public IReadOnlyDictionary<string, ManifestField> Fields => fields;

    public IReadOnlyList<Finding> Findings => findings;

    public static ManifestDocument Parse(string file, ReadOnlySpan<byte> utf8)
    {
        var document = new ManifestDocument(file);
        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        try
        {
            document.ReadFields(text);
        }
        catch (JsonException exception)
        {
            var at = new SourceLocation(file, (int)(exception.LineNumber ?? -1) + 1, (int)(exception.BytePositionInLine ?? -1) + 1);
            document.NotJson(at, "is not valid JSON");
        }

        return document;
    }

    private void ReadFields(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            NotJson(new SourceLocation(file, 1, 1), "is not a JSON object");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var at = Place(text, (int)reader.TokenStartIndex);
            reader.Read();
            var field = new ManifestField(name, JsonElement.ParseValue(ref reader), at);
            if (!fields.TryAdd(name, field))
            {
                NotJson(at, $"has the field '{name}' twice");
            }
        }

        // The end: anything after the object is an error that Read throws.
        reader.Read();
    }

    private void NotJson(SourceLocation at, string what) => findings.Add(Problem.At(
        ManifestCodes.NotJson, at, $"The manifest {what}.", "Write one JSON object without comments, trailing commas or repeated fields."));

    private SourceLocation Place(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourceLocation(file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
