using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Engine.Reading.Locales;

namespace Spark.Cockpit.Studio.Texts;

/// <summary>The translations of files that nobody has published: shown, given to a translator, taken back.</summary>
internal static class TextsEndpoints
{
    private const string Trial = "It works on the files that it is sent, and keeps nothing.";

    public static void MapTexts(this RouteGroupBuilder admin)
    {
        admin.MapPost("/studio/texts", ShowAsync).Needs(Right.SeeBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/texts/export", ExportAsync).Needs(Right.SeeBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/texts/import", ImportAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.FilesRequest, cancellationToken) is not { Name: not null, Files: not null } request)
        {
            return RequestBody.Refusal();
        }

        if (!Operator.Of(http)!.Reaches(request.Name))
        {
            return BotGate.Refusal();
        }

        var texts = BotTexts.Read(new(request.Name, request.Files));
        var others = texts.Languages.Skip(1).ToDictionary(
            language => language, language => texts.In(language).ToDictionary(text => text.Key, StringComparer.Ordinal), StringComparer.Ordinal);
        return Results.Json(
            new StudioTexts(texts.Languages, [.. texts.Originals.Select(text => new StudioText(text.Key, text.Value, TranslationsOf(text.Key, others)))]),
            AdminJson.Default.StudioTexts);
    }

    private static Dictionary<string, StudioTranslation> TranslationsOf(string key, Dictionary<string, Dictionary<string, TranslatedText>> others) =>
        others.ToDictionary(
            language => language.Key,
            language => new StudioTranslation(language.Value[key].Translation, language.Value[key].State),
            StringComparer.Ordinal);

    private static async Task<IResult> ExportAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await ReadAsync(http, cancellationToken) is not { Language: { } language, Format: { } format } request)
        {
            return RequestBody.Refusal();
        }

        return Answer(http, request, language, texts => format == TextsFormat.Csv
            ? Results.Text("\uFEFF" + TranslationCsv.Write(texts.Languages[0], language, texts.In(language)), "text/csv", Encoding.UTF8)
            : Results.Text(TranslationXliff.Write(texts.Bot, texts.Languages[0], language, texts.In(language)), "application/xliff+xml", Encoding.UTF8));
    }

    private static async Task<IResult> ImportAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (await ReadAsync(http, cancellationToken) is not { } request || (request.Format is null ? request.Texts is null || request.Language is null : request.Content is null))
        {
            return RequestBody.Refusal();
        }

        return Answer(http, request, request.Format == TextsFormat.Xliff ? null : request.Language, texts =>
        {
            var import = request switch
            {
                { Format: TextsFormat.Csv, Language: { } language } => TranslationCsv.Read(request.Content!, texts.Languages[0], language),
                { Format: TextsFormat.Xliff } => TranslationXliff.Read(request.Content!),
                _ => new(request.Language!, [.. request.Texts!.Select(text => new ImportedText(text.Key, null, text.Value))]),
            };
            if (!texts.Languages.Skip(1).Contains(import.Language, StringComparer.Ordinal))
            {
                return Unknown(texts, import.Language);
            }

            var taken = texts.Import(import);
            return Results.Json(new TextsTaken(taken.Files, taken.Changed, taken.Unknown, taken.Outdated), AdminJson.Default.TextsTaken);
        });
    }

    private static async Task<TextsRequest?> ReadAsync(HttpContext http, CancellationToken cancellationToken) =>
        await RequestBody.ReadAsync(http, AdminJson.Default.TextsRequest, cancellationToken) is { Name: not null, Files: not null } request ? request : null;

    private static IResult Answer(HttpContext http, TextsRequest request, string? language, Func<BotTexts, IResult> answer)
    {
        if (!Operator.Of(http)!.Reaches(request.Name))
        {
            return BotGate.Refusal();
        }

        var texts = BotTexts.Read(new(request.Name, request.Files));
        if (language is not null && !texts.Languages.Skip(1).Contains(language, StringComparer.Ordinal))
        {
            return Unknown(texts, language);
        }

        try
        {
            return answer(texts);
        }
        catch (FormatException wrong)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK12032", wrong.Message);
        }
    }

    private static IResult Unknown(BotTexts texts, string language) => AdminError.Answer(
        StatusCodes.Status400BadRequest,
        "SPK12031",
        $"The bot is not translated into '{language}'. Its languages: {string.Join(", ", texts.Languages)}; the first is that of the dialogs.");
}
