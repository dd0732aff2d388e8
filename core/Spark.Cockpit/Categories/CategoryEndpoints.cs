using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Configuration;
using Spark.Escalation;
using Spark.Runtime.Categories;

namespace Spark.Cockpit.Categories;

/// <summary>The list of categories: uploaded and downloaded as CSV, with its history.</summary>
internal static class CategoryEndpoints
{
    private const string Refused = "SPK14024";
    private const int LargestUpload = 4 * 1024 * 1024;

    public static void MapCategories(this RouteGroupBuilder admin)
    {
        admin.MapGet("/categories", ShowAsync).Produces<CategoriesView>();
        admin.MapPut("/categories", (HttpContext http, string? file, long? edition, CancellationToken cancellationToken) =>
                UploadAsync(http, (book, bytes) => book.ReplaceAsync(bytes, file ?? "categories.csv", edition, cancellationToken), cancellationToken))
            .Accepts<string>("text/csv").Produces<CategoriesAnswer>().Produces<SaveConflict>(StatusCodes.Status409Conflict)
            .Produces<CategoriesAnswer>(StatusCodes.Status422UnprocessableEntity)
            .Audited("categories.replaced");
        admin.MapPut("/categories/examples", (HttpContext http, long? edition, CancellationToken cancellationToken) =>
                UploadAsync(http, (book, bytes) => book.ReplaceExamplesAsync(bytes, edition, cancellationToken), cancellationToken))
            .Accepts<string>("text/csv").Produces<CategoriesAnswer>().Produces<SaveConflict>(StatusCodes.Status409Conflict)
            .Produces<CategoriesAnswer>(StatusCodes.Status422UnprocessableEntity)
            .Audited("category-examples.replaced");
        admin.MapGet("/categories/history", HistoryAsync).Produces<CategoryHistory>();
        admin.MapGet("/categories/csv", DownloadAsync).Produces<string>(contentType: "text/csv");
        admin.MapPost("/categories/classify", ClassifyAsync).Produces<Classification>().NotAudited("It looks, and changes nothing.");
    }

    private static CategoryBook Book(HttpContext http) => http.RequestServices.GetRequiredService<CategoryBook>();

    private static async Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellationToken) =>
        SettingsResults.Ok(await ViewAsync(http, cancellationToken), SettingsJson.Default.CategoriesView);

    private static async Task<CategoriesView> ViewAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var list = await Book(http).ReadAsync(cancellationToken);
        return new(list?.Value.File, list?.Edition ?? 0, list?.ChangedAt, list?.Value.Rows ?? []);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http,
        Func<CategoryBook, ReadOnlyMemory<byte>, Task<CategoryOutcome>> replace,
        CancellationToken cancellationToken)
    {
        var outcome = await ReadAsync(http, cancellationToken) is { } bytes
            ? await replace(Book(http), bytes)
            : CategoryOutcome.Refused([new(0, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {LargestUpload / 1024 / 1024} MB."))]);
        var (edition, list, problems) = outcome;
        AuditNote.Of(http).About(http.Request.Query["file"].FirstOrDefault()).Add("edition", edition);
        if (outcome.IsOutdated)
        {
            return SaveConflict.Answer(await ViewAsync(http, cancellationToken), SettingsJson.Default.CategoriesView, mine: new(list!.File, 0, null, list.Rows));
        }

        return edition is not null
            ? SettingsResults.Ok(new CategoriesAnswer(edition, null, null, []), SettingsJson.Default.CategoriesAnswer)
            : Results.Json(
                new CategoriesAnswer(null, Refused, string.Create(CultureInfo.InvariantCulture, $"The file has {problems.Count} problems; nothing was changed."), problems),
                SettingsJson.Default.CategoriesAnswer,
                statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    // What is too large is not read to its end.
    private static async Task<byte[]?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > LargestUpload)
        {
            return null;
        }

        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await http.Request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > LargestUpload)
            {
                return null;
            }

            await read.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return read.ToArray();
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.Ok(
        new CategoryHistory(
        [
            .. (await Book(http).HistoryAsync(cancellationToken))
                .Select(list => new CategoryEdition(list.Edition, list.ChangedAt, list.Value.File, list.Value.Rows.Count)),
        ]),
        SettingsJson.Default.CategoryHistory);

    private static async Task<IResult> DownloadAsync(HttpContext http, long? edition, CancellationToken cancellationToken)
    {
        var list = edition is null
            ? (await Book(http).ReadAsync(cancellationToken))?.Value
            : (await Book(http).HistoryAsync(cancellationToken)).FirstOrDefault(old => old.Edition == edition)?.Value;
        return list is null
            ? SettingsResults.NotFound("such list of categories")
            : Results.Text(CategoryBook.Write(list), "text/csv; charset=utf-8");
    }

    private static Task<IResult> ClassifyAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.ClassifyRequest,
        async request => SettingsResults.Ok(await Book(http).ClassifyAsync(request.Text, cancellationToken), SettingsJson.Default.Classification),
        cancellationToken);
}
