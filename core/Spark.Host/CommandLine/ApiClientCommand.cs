using System.CommandLine;
using System.Globalization;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Host.Administration;
using Spark.Runtime.Access;

namespace Spark.Host.CommandLine;

/// <summary><c>spark api-client</c>: systems that may call the host's APIs, such as the handoff.</summary>
internal static class ApiClientCommand
{
    public static Command Create() => new("api-client", "Systems that may call Spark's APIs, with credentials of their own.")
    {
        New(), List(), Rotate(), Revoke(),
    };

    private static Command New()
    {
        var name = new Option<string>("--name") { Description = "Its name; employees are shown it.", Required = true };
        var permission = new Option<string[]>("--permission") { Description = "What it may do: spark-api.", Required = true };
        var domain = new Option<string[]>("--upn-domain") { Description = "Speaks only for people of this domain, such as contoso.com; may be given again." };
        return AdminCommand.Over(new("create", "Makes an API client and shows its secret, this once.") { name, permission, domain }, async (admin, parsed, cancellationToken) =>
        {
            var made = await admin.PostAsync(
                "api-clients",
                new NewClientRequest(parsed.GetRequiredValue(name), parsed.GetRequiredValue(permission), parsed.GetValue(domain)),
                AdminJson.Default.NewClientRequest,
                AdminJson.Default.NewSecret,
                cancellationToken);
            if (parsed.GetValue(domain) is null or [])
            {
                await Console.Error.WriteLineAsync("It may speak for every employee. Give --upn-domain to bound that.");
            }

            return await ShowAsync(made);
        });
    }

    private static Command List() => AdminCommand.Over(new("list", "Lists API clients."), async (admin, _, cancellationToken) =>
    {
        var list = await admin.GetAsync("api-clients", AdminJson.Default.ClientList, cancellationToken);
        foreach (var client in list.Clients)
        {
            var domains = client.UpnDomains.Count == 0 ? "everybody" : string.Join(' ', client.UpnDomains);
            var state = client.RevokedAt is { } revoked ? string.Create(CultureInfo.InvariantCulture, $"revoked {revoked:u}") : "holds";
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{client.Id}  {state,-28} made {client.CreatedAt:u}  {string.Join(' ', client.Permissions)} for {domains}  {client.Name}"));
        }

        await Console.Out.WriteLineAsync($"{list.Clients.Count} API clients.");
        return ExitCode.Done;
    });

    private static Command Rotate()
    {
        var id = new Argument<string>("id") { Description = "The client, as 'api-client list' names it." };
        var overlap = new Option<int>("--overlap") { Description = "How many hours the present secret still holds.", DefaultValueFactory = _ => 24 };
        return AdminCommand.Over(new("rotate", "Gives an API client a new secret; the present one holds on for a while.") { id, overlap }, async (admin, parsed, cancellationToken) =>
        {
            var made = await admin.PostAsync(
                $"api-clients/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}/rotate",
                new RotateRequest(parsed.GetValue(overlap) * 3_600L),
                AdminJson.Default.RotateRequest,
                AdminJson.Default.NewSecret,
                cancellationToken);
            return await ShowAsync(made);
        });
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "The client, as 'api-client list' names it." };
        return AdminCommand.Over(new("revoke", "Ends an API client and all its tokens at once, on every node.") { id }, async (admin, parsed, cancellationToken) =>
        {
            await admin.PostAsync($"api-clients/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}/revoke", cancellationToken);
            return ExitCode.Done;
        });
    }

    private static async Task<int> ShowAsync(NewSecret made)
    {
        await Console.Out.WriteLineAsync($"client id:     {made.ClientId}");
        await Console.Out.WriteLineAsync($"client secret: {made.Secret}");
        await Console.Error.WriteLineAsync("The secret is shown this once; only its hash is kept.");
        return ExitCode.Done;
    }
}
