using System.CommandLine;
using Spark.Engine.Reading.Schemas;
using Spark.Host.Hosting;

namespace Spark.Host.CommandLine;

/// <summary><c>spark schema</c>: JSON Schema of a bot's files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<SchemaKind?>("kind") { Description = "One kind of file, to standard output.", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string?>("--to") { Description = "Writes the schemas of all kinds into this folder." };
        var plugins = HostOptions.Plugins();
        var command = new Command("schema", "Writes JSON Schema (2020-12) of a bot's files, with the actions of the installed plugins.") { kind, to, plugins };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            if (parsed.GetValue(to) is not { } folder)
            {
                if (parsed.GetValue(kind) is { } one)
                {
                    await Console.Out.WriteLineAsync(BotSchema.Write(one, offers));
                    return ExitCode.Done;
                }

                await Console.Error.WriteLineAsync($"Name a kind ({string.Join(", ", Enum.GetNames<SchemaKind>()).ToLowerInvariant()}), or a folder with --to.");
                return ExitCode.Error;
            }

            Directory.CreateDirectory(folder);
            foreach (var one in Enum.GetValues<SchemaKind>())
            {
                var name = Path.Combine(folder, $"{one.ToString().ToLowerInvariant()}.schema.json");
                await File.WriteAllTextAsync(name, BotSchema.Write(one, offers) + "\n", cancellationToken);
                await Console.Out.WriteLineAsync($"{name}: {BotSchema.FilesOf(one)}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
