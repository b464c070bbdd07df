/**
 * The wire format of protobuf, written and read field by field. What the fields mean is the business of the rooms that
 * use it; nothing here knows a message.
 */
package io.obsagent.export.proto;
