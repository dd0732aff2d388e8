using System.Text.Json;
using Spark.Cockpit.Configuration;
using Spark.Runtime;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Categories;
using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;
using Spark.Runtime.Escalation;

namespace Spark.Host.Demo;

/// <summary>
/// Sets up the demo's tickets as an administrator would: a credential, API Calls, categories, the escalation. What somebody has changed
/// since stays; only the credential is set anew, because its address may be another one.
/// </summary>
internal static class DemoTickets
{
    private const string FileReference = "file:";
    private static readonly string Settings = Path.Combine("environments", "demo-tickets.json");

    public static Task<string> ReadAsync(string root, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(root, Settings), cancellationToken);

    public static async Task SetAsync(IServiceProvider services, string settings, string root, string secrets, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(settings);
        var demo = document.RootElement;
        foreach (var request in demo.GetProperty("credentials").EnumerateArray().Select(one => one.Deserialize(SettingsJson.Default.CredentialRequest)!))
        {
            var known = request.Secrets with { Password = Resolve(request.Secrets.Password, secrets) };
            var change = new CredentialChange(request.Credential, known) { WithoutTest = true };
            Expect((await services.GetRequiredService<CredentialBook>().PutAsync(change, cancellationToken)).Change, request.Credential.Name);
        }

        var book = services.GetRequiredService<ApiCallBook>();
        foreach (var call in demo.GetProperty("apiCalls").EnumerateArray().Select(one => one.Deserialize(SettingsJson.Default.ApiCallDefinition)!))
        {
            Expect(await book.PutAsync(call, edition: 0, cancellationToken), call.Name);
        }

        Expect(
            await services.GetRequiredService<EscalationBook>().PutAsync(
                demo.GetProperty("escalation").Deserialize(SettingsJson.Default.EscalationSettings)!, edition: 0, cancellationToken),
            "escalation");
        var categories = services.GetRequiredService<CategoryBook>();
        if (await categories.ReadAsync(cancellationToken) is null)
        {
            var name = demo.GetProperty("categories").GetString()!;
            await categories.ReplaceAsync(await File.ReadAllBytesAsync(Path.Combine(root, "environments", name), cancellationToken), name, expected: null, cancellationToken);
        }
    }

    private static string? Resolve(string? secret, string folder) => secret?.StartsWith(FileReference, StringComparison.Ordinal) == true
        ? File.ReadAllText(Path.Combine(folder, secret[FileReference.Length..])).Trim()
        : secret;

    private static void Expect(ChangeOutcome outcome, string what)
    {
        if (outcome.Problems.Count > 0)
        {
            throw new OperatorException("SPK12070", $"'{what}' in {Settings} is refused: {string.Join(' ', outcome.Problems.Select(problem => $"{problem.Field}: {problem.Message}"))}");
        }
    }
}
