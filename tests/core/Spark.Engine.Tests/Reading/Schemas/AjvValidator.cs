using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Spark.Engine.Tests.Reading.Schemas;

/// <summary>A JSON Schema validator that we did not write: Ajv, on Node. It is fetched once and kept under the artifacts.</summary>
internal static class AjvValidator
{
    private const string Version = "8.17.1";

    private const string Script = """
        import Ajv from "ajv/dist/2020.js";
        import { readFileSync } from "node:fs";
        const { schemas, documents } = JSON.parse(readFileSync(process.argv[2], "utf8"));
        const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true, allErrors: true });
        const validators = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, ajv.compile(schema)]));
        console.log(JSON.stringify(documents.map(({ kind, document }) =>
          validators[kind](document) ? [] : validators[kind].errors.map(error => `${error.instancePath} ${error.message}`))));
        """;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ajv-" + Version);

    /// <summary>The mistakes of each document; null when there is no Node or no registry.</summary>
    /// <param name="schemas">The schemas by kind.</param>
    /// <param name="documents">Each with its kind.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>?> ValidateAsync(
        JsonObject schemas, JsonArray documents, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv"))
            && await RunAsync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", $"ajv@{Version}"], cancellationToken) is null)
        {
            return null;
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, "validate.mjs"), Script, cancellationToken);
        var input = Path.Combine(Folder, $"input-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(input, new JsonObject { ["schemas"] = schemas, ["documents"] = documents }.ToJsonString(), cancellationToken);

        // With Ajv at hand, no answer means that it refuses a schema, which is a failure and no reason to skip.
        var answer = await RunAsync("node", ["validate.mjs", input], cancellationToken)
            ?? throw new InvalidOperationException($"Ajv does not take one of the schemas in {input}; what it says stands above.");
        File.Delete(input);
        return [.. JsonNode.Parse(answer)!.AsArray().Select(list => (IReadOnlyList<string>)[.. list!.AsArray().Select(error => error!.GetValue<string>())])];
    }

    private static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not installed.
            return null;
        }
    }
}
