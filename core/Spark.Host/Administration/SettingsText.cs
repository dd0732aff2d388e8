using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Spark.Cockpit.Configuration;
using Spark.Host.CommandLine;
using Spark.Runtime;

namespace Spark.Host.Administration;

/// <summary>Reads settings from files, and says what became of them.</summary>
internal static class SettingsText
{
    private const string Terminal = "-";
    private const string Unreadable = "SPK12071";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<string> FileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return file == Terminal ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(Unreadable, $"'{file}' cannot be read: {problem.Message}", problem);
        }
    }

    public static T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new OperatorException(Unreadable, "The file holds nothing.");
        }
        catch (JsonException wrong)
        {
            throw new OperatorException(Unreadable, $"The file is not the JSON that is wanted here (docs/admin-api.md): {wrong.Path}, line {wrong.LineNumber + 1}.", wrong);
        }
    }

    public static string Indent(string json) => JsonNode.Parse(json)!.ToJsonString(Indented);

    public static async Task<int> PrintAsync(SettingsAnswer answer)
    {
        if (answer.Test is { } test)
        {
            await Console.Out.WriteLineAsync($"test {(test.Passed ? "passed" : "failed")}: {test.Message}");
        }

        if (answer.Edition is { } edition)
        {
            await Console.Out.WriteLineAsync($"Set, as edition {edition}.");
            return ExitCode.Done;
        }

        foreach (var problem in answer.Problems)
        {
            await Console.Error.WriteLineAsync(problem.Field.Length > 0 ? $"{answer.Code} {problem.Field}: {problem.Message}" : $"{answer.Code}: {problem.Message}");
        }

        return ExitCode.Error;
    }
}
