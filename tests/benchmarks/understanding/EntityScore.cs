using System.Globalization;
using System.Text;
using System.Text.Json;
using Spark.Understanding.Entities;

namespace Spark.Benchmarks.Understanding;

/// <summary>
/// How many of the recognizers' cases come out exactly: all entities of the file's types with their text, place and every
/// value, and no other. Scores of certainty are left out, and letters' case, which they fold.
/// </summary>
internal sealed class EntityScore
{
    private readonly List<(string File, string Language, string? Miss)> _cases = [];

    public static EntityScore Of(string folder, string? file, string? language)
    {
        var score = new EntityScore();
        foreach (var path in Directory.GetFiles(folder, (file ?? "*") + ".jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(path))
            {
                using var document = JsonDocument.Parse(line);
                var sample = document.RootElement;
                var written = sample.GetProperty("language").GetString()!;
                if (language is null || language == written)
                {
                    score._cases.Add((Path.GetFileNameWithoutExtension(path), written, FindMiss(Path.GetFileNameWithoutExtension(path), sample)));
                }
            }
        }

        return score;
    }

    public IReadOnlyList<string> Languages => [.. _cases.Select(sample => sample.Language).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The part of the cases of a language, or of all, that came out.</summary>
    public double Rate(string? language)
    {
        var cases = _cases.Where(sample => language is null || sample.Language == language).ToList();
        return (double)cases.Count(sample => sample.Miss is null) / cases.Count;
    }

    public string Misses()
    {
        var text = new StringBuilder();
        foreach (var (file, language, miss) in _cases.Where(sample => sample.Miss is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[{file} {language}] {miss}");
        }

        return text.Append(Table()).ToString();
    }

    public string Table()
    {
        var languages = Languages;
        var text = new StringBuilder($"| Type | {string.Join(" | ", languages)} | all |\n|---|{string.Concat(languages.Select(_ => "--:|"))}--:|\n");
        foreach (var file in _cases.GroupBy(sample => sample.File))
        {
            var cells = languages.Select(language => Cell([.. file.Where(sample => sample.Language == language)])).Append(Cell([.. file]));
            text.Append(CultureInfo.InvariantCulture, $"| {file.Key} | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static string Cell((string File, string Language, string? Miss)[] cases)
    {
        var right = cases.Count(sample => sample.Miss is null);
        return cases.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{right}/{cases.Length} {100.0 * right / cases.Length:0.0}");
    }

    private static string? FindMiss(string file, JsonElement sample)
    {
        var input = sample.GetProperty("input").GetString()!;
        var now = sample.GetProperty("reference").GetString() is { } reference ? DateTime.Parse(reference, CultureInfo.InvariantCulture) : new DateTime(2020, 1, 1);
        var found = EntityRecognizer.Find(input, new EntityContext(sample.GetProperty("language").GetString()!, now))
            .Where(entity => IsOf(file, entity.Type)).OrderBy(entity => entity.Start).ToArray();
        var wanted = sample.GetProperty("results").EnumerateArray().ToArray();
        var isRight = found.Length == wanted.Length && wanted.All(want => found.Any(entity => IsSame(want, entity)));
        return isRight ? null : $"{now:s}|{input}\n    want {string.Join("; ", wanted.Select(want => Show(want)))}\n    got  {string.Join("; ", found.Select(Show))}";
        string Show(object shown) => shown switch
        {
            JsonElement want => $"'{want.GetProperty("text")}' {want.GetProperty("type")} {want.GetProperty("resolution")}",
            Entity entity => $"'{entity.Text}' {entity.Type} {string.Join(' ', entity.Values.Select(value => string.Join(',', Fields(value).Select(field => $"{field.Key}={field.Value}"))))}",
            _ => "",
        };
    }

    private static bool IsOf(string file, string type) => file switch
    {
        "datetime" => type.StartsWith(EntityTypes.MomentPrefix, StringComparison.Ordinal),
        "percent" => type == EntityTypes.Percentage,
        "ordinal" => type is EntityTypes.Ordinal or EntityTypes.OrdinalRelative,
        _ => type == file,
    };

    private static bool IsSame(JsonElement want, Entity entity)
    {
        var type = want.GetProperty("type").GetString();
        var hasPlace = want.GetProperty("start").ValueKind == JsonValueKind.Number;
        if (!entity.Text.Equals(want.GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase) || (type is not null && type != entity.Type)
            || (hasPlace && (want.GetProperty("start").GetInt32() != entity.Start || want.GetProperty("end").GetInt32() != entity.End - 1)))
        {
            return false;
        }

        var resolution = want.GetProperty("resolution");
        if (resolution.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        if (!resolution.TryGetProperty("values", out var values))
        {
            return entity.Values.Count == 1 && Matches(resolution, entity.Values[0]);
        }

        var wanted = values.EnumerateArray().ToArray();
        return wanted.Length == entity.Values.Count && wanted.Select((value, index) => Matches(value, entity.Values[index])).All(same => same);
    }

    private static bool Matches(JsonElement wanted, EntityValue value)
    {
        var fields = Fields(value);
        return wanted.EnumerateObject().Where(field => field.Name is not ("score" or "Start" or "End")).All(field =>
            string.Equals(field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.ToString(), fields.GetValueOrDefault(field.Name), StringComparison.OrdinalIgnoreCase));
    }

    private static Dictionary<string, string?> Fields(EntityValue value) => new Dictionary<string, string?>
    {
        ["value"] = value.Value ?? value.Truth?.ToString(),
        ["unit"] = value.Unit,
        ["subtype"] = value.Subtype,
        ["isoCurrency"] = value.IsoCurrency,
        ["offset"] = value.Offset,
        ["relativeTo"] = value.RelativeTo,
        ["timex"] = value.Timex,
        ["type"] = value.Moment,
        ["start"] = value.Start,
        ["end"] = value.End,
        ["Mod"] = value.Modifier,
        ["list"] = value.Days,
        ["sourceEntity"] = value.SourceEntity,
    }.Where(field => field.Value is not null).ToDictionary();
}
