using Spark.Escalation;
using Spark.Runtime.Configuration;
using Spark.Understanding.Categories;

namespace Spark.Runtime.Categories;

/// <summary>The list of categories: replaced as a whole or not at all, downloaded, and used to classify texts.</summary>
public sealed class CategoryBook
{
    private const string Single = "";
    private const double DefaultThreshold = 0.5;

    private readonly ConfigurationCatalog catalog;
    private readonly Lock gate = new();
    private (long Edition, Lazy<CategoryClassifier> Classifier)? trained;

    internal CategoryBook(ConfigurationCatalog catalog) => this.catalog = catalog;

    /// <summary>The list; null when none was uploaded.</summary>
    public async Task<Stored<CategoryList>?> ReadAsync(CancellationToken cancellationToken) =>
        (await catalog.ReadAsync(cancellationToken)).Categories;

    /// <summary>The lists there were, the newest first; the first is the present one.</summary>
    public async Task<IReadOnlyList<Stored<CategoryList>>> HistoryAsync(CancellationToken cancellationToken) =>
        await catalog.HistoryAsync(ConfigurationKind.Categories, Single, ConfigurationJson.Default.CategoryList, cancellationToken);

    /// <summary>Replaces the list by that of a CSV file. With any problem the old one stays.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="expected">The edition that is to be replaced, 0 for none; null for whichever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CategoryOutcome> ReplaceAsync(ReadOnlyMemory<byte> file, string name, long? expected, CancellationToken cancellationToken)
    {
        var (rows, problems) = CategoryFile.Read(file);
        if (problems.Count > 0)
        {
            return CategoryOutcome.Refused(problems);
        }

        // Examples stay with the categories that stay.
        var before = (await ReadAsync(cancellationToken))?.Value.Rows.ToDictionary(CategoryFile.Key, row => row.Examples) ?? [];
        return await PutAsync([.. rows.Select(row => row with { Examples = before.GetValueOrDefault(CategoryFile.Key(row), []) })], name, expected, cancellationToken);
    }

    /// <summary>Replaces the example sentences of the list's categories by those of a CSV file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="expected">The edition that is to be replaced; null for whichever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CategoryOutcome> ReplaceExamplesAsync(ReadOnlyMemory<byte> file, long? expected, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is not { } list)
        {
            return CategoryOutcome.Refused([new(0, "There is no list of categories yet: upload that first.")]);
        }

        var (rows, problems) = CategoryFile.ReadExamples(file, list.Value.Rows);
        return problems.Count > 0 ? CategoryOutcome.Refused(problems) : await PutAsync(rows, list.Value.File, expected, cancellationToken);
    }

    /// <summary>The list as CSV.</summary>
    public static string Write(CategoryList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return CategoryFile.Write(list.Rows);
    }

    /// <summary>Finds the category of a text.</summary>
    public async Task<Classification> ClassifyAsync(string text, CancellationToken cancellationToken)
    {
        var settled = await catalog.ReadAsync(cancellationToken);
        if (settled.Categories is not { Value.Rows.Count: > 0 } list)
        {
            return new([], 0, IsSure: false);
        }

        if (Trained(list).Classify(text) is not { } found)
        {
            return new([], 0, IsSure: false);
        }

        return new(
            [.. found.Intents.Select(one => RowOf(list.Value, one.Intent)).OfType<CategoryRow>().Select(row => new IssueCategory(row.Category, row.SubCategory))],
            found.Confidence,
            found.Confidence >= (settled.Escalation?.Value.CategoryConfidence ?? DefaultThreshold));
    }

    /// <summary>The list's own writing of a category; null when it is not in the list.</summary>
    internal static CategoryRow? Find(CategoryList list, string? category, string? subCategory)
    {
        var key = CategoryFile.Key(new() { Category = category?.Trim() ?? "", SubCategory = subCategory?.Trim() ?? "" });
        return list.Rows.FirstOrDefault(row => CategoryFile.Key(row) == key);
    }

    private static CategoryRow? RowOf(CategoryList list, string id) =>
        int.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < list.Rows.Count ? list.Rows[index] : null;

    private async Task<CategoryOutcome> PutAsync(IReadOnlyList<CategoryRow> rows, string name, long? expected, CancellationToken cancellationToken)
    {
        var list = new CategoryList { File = name, Rows = rows };
        return new(
            await catalog.PutAsync(ConfigurationKind.Categories, Single, list, ConfigurationJson.Default.CategoryList, expected, cancellationToken), list, []);
    }

    // Training a long list takes a moment: once an edition, however many ask at once.
    private CategoryClassifier Trained(Stored<CategoryList> list)
    {
        Lazy<CategoryClassifier> classifier;
        lock (gate)
        {
            if (trained is not var (edition, known) || edition != list.Edition)
            {
                known = new(() => CategoryClassifier.Build(
                [
                    .. list.Value.Rows.Select((row, index) => new Category(
                        index.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{row.Category} > {row.SubCategory}", row.Examples)),
                ]));
                trained = (list.Edition, known);
            }

            classifier = known;
        }

        return classifier.Value;
    }
}
