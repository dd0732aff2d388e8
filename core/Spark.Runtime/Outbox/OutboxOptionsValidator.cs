using Microsoft.Extensions.Options;

namespace Spark.Runtime.Outbox;

[OptionsValidator]
internal sealed partial class OutboxOptionsValidator : IValidateOptions<OutboxOptions>;
