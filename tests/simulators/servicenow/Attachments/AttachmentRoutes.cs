using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.ServiceNow.Access;
using Spark.Simulators.ServiceNow.Records;
using Spark.Simulators.ServiceNow.TableApi;

namespace Spark.Simulators.ServiceNow.Attachments;

/// <summary>The Attachment API: files of records.</summary>
internal static class AttachmentRoutes
{
    private static readonly string[] Refused = [".exe", ".bat", ".cmd", ".js"];

    public static void MapAttachments(this WebApplication app)
    {
        var contents = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var root in new[] { "/api/now/attachment", "/api/now/v1/attachment" })
        {
            var files = app.MapGroup(root).AddEndpointFilter<ApiFilter>();
            files.MapPost("/file", (HttpContext http, Instance instance) => StoreAsync(http, instance, contents));
            files.MapGet("", (HttpContext http, Instance instance) =>
            {
                var writer = new RecordWriter(instance, http.Request);
                var found = EncodedQuery.Parse(http.Request.Query["sysparm_query"]).Apply(instance.Of("sys_attachment"));
                return Answers.Result(new JsonArray([.. found.Select(record => (JsonNode)writer.Write(record))]));
            });
            files.MapGet("/{sysId}/file", (Instance instance, string sysId) => contents.TryGetValue(sysId, out var bytes)
                ? Results.Bytes(bytes, instance.Find("sys_attachment", sysId)!["content_type"], instance.Find("sys_attachment", sysId)!["file_name"])
                : Answers.NoRecord());
        }
    }

    private static async Task<IResult> StoreAsync(HttpContext http, Instance instance, ConcurrentDictionary<string, byte[]> contents)
    {
        var (table, sysId, name) = (http.Request.Query["table_name"].ToString(), http.Request.Query["table_sys_id"].ToString(), http.Request.Query["file_name"].ToString());
        if (name.Length == 0 || instance.Find(table, sysId) is null)
        {
            return Answers.Error(StatusCodes.Status400BadRequest, "Invalid attachment", "table_name, table_sys_id and file_name name a record and a file");
        }

        if (Refused.Contains(Path.GetExtension(name).ToLowerInvariant(), StringComparer.Ordinal))
        {
            return Answers.Error(StatusCodes.Status403Forbidden, "Operation Failed", "The file type is not allowed");
        }

        using var read = new MemoryStream();
        await http.Request.Body.CopyToAsync(read);
        var record = instance.Add(
            "sys_attachment",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["file_name"] = name,
                ["table_name"] = table,
                ["table_sys_id"] = sysId,
                ["content_type"] = http.Request.ContentType ?? "application/octet-stream",
                ["size_bytes"] = read.Length.ToString(CultureInfo.InvariantCulture),
            },
            ((Account)http.Items[nameof(Account)]!).User);
        contents[record.SysId] = read.ToArray();
        record["download_link"] = $"{http.Request.Scheme}://{http.Request.Host}/api/now/attachment/{record.SysId}/file";
        return Answers.Result(new RecordWriter(instance, http.Request).Write(record), StatusCodes.Status201Created);
    }
}
