using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.ServiceNow.Access;
using Spark.Simulators.ServiceNow.Control;
using Spark.Simulators.ServiceNow.Faults;
using Spark.Simulators.ServiceNow.Records;

namespace Spark.Simulators.ServiceNow.TableApi;

/// <summary>The Table API, with a version in its path or without.</summary>
internal static class TableRoutes
{
    private const int UsualLimit = 10_000;

    public static void MapTables(this WebApplication app)
    {
        foreach (var root in new[] { "/api/now/table", "/api/now/v1/table", "/api/now/v2/table" })
        {
            var tables = app.MapGroup(root).AddEndpointFilter<ApiFilter>();
            tables.MapGet("/{table}", ListAsync);
            tables.MapGet("/{table}/{sysId}", ShowAsync);
            tables.MapPost("/{table}", CreateAsync);
            tables.MapPut("/{table}/{sysId}", ChangeAsync);
            tables.MapPatch("/{table}/{sysId}", ChangeAsync);
            tables.MapDelete("/{table}/{sysId}", (string table) => Answers.Forbidden());
        }
    }

    private static Task<IResult> ListAsync(HttpContext http, Instance instance, FaultySurface surface, string table) => WithAsync(http, table, surface, () =>
    {
        var found = EncodedQuery.Parse(http.Request.Query["sysparm_query"]).Apply(Filtered(http.Request, instance.Of(table))).ToList();
        var (limit, offset) = (Number(http.Request, "sysparm_limit", UsualLimit), Number(http.Request, "sysparm_offset", 0));
        http.Response.Headers["X-Total-Count"] = found.Count.ToString(CultureInfo.InvariantCulture);
        if (offset + limit < found.Count)
        {
            http.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture,
                $"<{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}?sysparm_limit={limit}&sysparm_offset={offset + limit}>;rel=\"next\"");
        }

        var writer = new RecordWriter(instance, http.Request);
        return Answers.Result(new JsonArray([.. found.Skip(offset).Take(limit).Select(record => (JsonNode)writer.Write(record))]));
    });

    private static Task<IResult> ShowAsync(HttpContext http, Instance instance, FaultySurface surface, string table, string sysId) => WithAsync(
        http,
        table,
        surface,
        () => instance.Find(table, sysId) is { } record ? Answers.Result(new RecordWriter(instance, http.Request).Write(record)) : Answers.NoRecord());

    private static async Task<IResult> CreateAsync(HttpContext http, Instance instance, FaultySurface surface, string table)
    {
        var body = await RecordReader.BodyAsync(http.Request);
        return await WithAsync(http, table, surface, () => body is null ? Unreadable() : Store(http, instance, table, body, sysId: null));
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, Instance instance, FaultySurface surface, string table, string sysId)
    {
        var body = await RecordReader.BodyAsync(http.Request);
        return await WithAsync(http, table, surface, () => body is null ? Unreadable() : Store(http, instance, table, body, sysId));
    }

    private static IResult Store(HttpContext http, Instance instance, string table, IReadOnlyDictionary<string, string> body, string? sysId)
    {
        var caller = (Account)http.Items[nameof(Account)]!;
        if (!caller.IsItil || table is not "incident")
        {
            return Answers.Forbidden();
        }

        var record = sysId is null ? null : instance.Find(table, sysId);
        if (sysId is not null && record is null)
        {
            return Answers.NoRecord();
        }

        var reader = new RecordReader(instance);
        if (record is null && reader.Refusal(body) is { } refusal)
        {
            return Answers.Error(
                StatusCodes.Status403Forbidden, "Operation Failed", $"Operation against file '{table}' was aborted by Business Rule 'Check category'. Error is: {refusal}");
        }

        var values = reader.Resolve(TableDefinition.All[table], body, http.Request.Query["sysparm_input_display_value"] == "true").ToList();
        if (record is null)
        {
            record = instance.Add(table, values, caller.User);
            http.Response.Headers.Location = $"{http.Request.Scheme}://{http.Request.Host}/api/now/table/{table}/{record.SysId}";
        }
        else
        {
            instance.Change(record, values, caller.User);
        }

        var status = sysId is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return http.Request.Headers["X-no-response-body"] == "true"
            ? Results.StatusCode(status)
            : Answers.Result(new RecordWriter(instance, http.Request).Write(record), status);
    }

    private static async Task<IResult> WithAsync(HttpContext http, string table, FaultySurface surface, Func<IResult> act)
    {
        if (!TableDefinition.All.ContainsKey(table))
        {
            return Answers.Error(StatusCodes.Status400BadRequest, $"Invalid table {table}", "");
        }

        http.RequestServices.GetRequiredService<CallLog>().Add(http.Request.Method, table, http.Request.QueryString.Value ?? "");
        return await surface.RunAsync(http, table, act);
    }

    private static IResult Unreadable() => Answers.Error(
        StatusCodes.Status400BadRequest, "Exception while reading request", "The payload is not valid JSON.");

    // Every parameter that is none of the API's own is a condition.
    private static IEnumerable<Record> Filtered(HttpRequest request, IEnumerable<Record> records) => request.Query
        .Where(pair => !pair.Key.StartsWith("sysparm_", StringComparison.Ordinal))
        .Aggregate(records, (left, pair) => left.Where(record => record[pair.Key] == pair.Value.ToString()));

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
