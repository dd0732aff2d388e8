using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Spark.Benchmarks.Expressions;

/// <summary>The reference on Node, when it is installed below the artifacts folder.</summary>
internal static class Peer
{
    private const string Script = """
        import { createRequire } from 'module';
        const jsonata = createRequire(process.argv[1] + '/')('jsonata');
        let text = '';
        for await (const piece of process.stdin) text += piece;
        const { expression, documents } = JSON.parse(text);
        const compiled = jsonata(expression);
        const parsed = documents.map(d => JSON.parse(d));
        const run = async () => { for (const d of parsed) await compiled.evaluate(d); };
        for (const begin = Date.now(); Date.now() - begin < 1500;) await run();
        const times = [];
        for (let i = 0; i < 51; i++) {
          const start = process.hrtime.bigint();
          await run();
          times.push(Number(process.hrtime.bigint() - start) / 1000 / parsed.length);
        }
        times.sort((a, b) => a - b);
        console.log(times[25]);
        """;

    public static double? Measure(string? folder, Scenario scenario, int documents)
    {
        if (folder is null)
        {
            return null;
        }

        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", Script, folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using (var writer = new Utf8JsonWriter(node.StandardInput.BaseStream))
        {
            writer.WriteStartObject();
            writer.WriteString("expression", scenario.Expression);
            writer.WriteStartArray("documents");
            foreach (var number in Enumerable.Range(0, documents))
            {
                writer.WriteStringValue(scenario.Document(number));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        node.StandardInput.Close();
        var answer = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return double.TryParse(answer.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var time) ? time : null;
    }
}
