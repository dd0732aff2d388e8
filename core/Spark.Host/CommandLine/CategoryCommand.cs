using System.CommandLine;
using Spark.Cockpit.Categories;
using Spark.Cockpit.Configuration;

namespace Spark.Host.CommandLine;

/// <summary><c>spark category</c>: the list of issue types, as CSV.</summary>
internal static class CategoryCommand
{
    public static Command Create() => new("category", "The list of issue categories, as CSV.") { Import(), Export(), History() };

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "A CSV file with the columns category and sub_category; with --examples also example." };
        var examples = new Option<bool>("--examples") { Description = "The file holds example sentences of the categories that are there." };
        return AdminCommand.Over(new("import", "Replaces the list, or its examples; with any problem nothing is changed.") { file, examples }, async (admin, parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var address = parsed.GetValue(examples) ? "categories/examples" : $"categories?file={Uri.EscapeDataString(Path.GetFileName(path))}";
            var answer = await admin.PutFileAsync(address, path, "text/csv", SettingsJson.Default.CategoriesAnswer, cancellationToken);
            return await PrintAsync(answer);
        });
    }

    private static async Task<int> PrintAsync(CategoriesAnswer answer)
    {
        if (answer.Edition is { } edition)
        {
            await Console.Out.WriteLineAsync($"Imported, as edition {edition}.");
            return ExitCode.Done;
        }

        foreach (var problem in answer.Problems)
        {
            await Console.Error.WriteLineAsync(problem.Line > 0 ? $"{answer.Code} line {problem.Line}: {problem.Message}" : $"{answer.Code}: {problem.Message}");
        }

        return ExitCode.Error;
    }

    private static Command Export()
    {
        var edition = new Option<long?>("--edition") { Description = "An older list, as 'category history' numbers them." };
        return AdminCommand.Over(new("export", "Prints the list as CSV.") { edition }, async (admin, parsed, cancellationToken) =>
        {
            await Console.Out.WriteAsync(await admin.GetTextAsync(parsed.GetValue(edition) is { } number ? $"categories/csv?edition={number}" : "categories/csv", cancellationToken));
            return ExitCode.Done;
        });
    }

    private static Command History() => AdminCommand.Over(new("history", "Lists the lists there were."), async (admin, _, cancellationToken) =>
    {
        var history = await admin.GetAsync("categories/history", SettingsJson.Default.CategoryHistory, cancellationToken);
        foreach (var one in history.Editions)
        {
            await Console.Out.WriteLineAsync($"{one.Edition,4}  {one.ChangedAt:u}  {one.Rows,5} categories  {one.File}");
        }

        return ExitCode.Done;
    });
}
