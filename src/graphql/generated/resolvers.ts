/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.ts';
    import    { checkAccess as Query_checkAccess } from './../resolvers/Query/checkAccess.ts';
import    { checkAccessBatch as Query_checkAccessBatch } from './../resolvers/Query/checkAccessBatch.ts';
import    { decidedAccessRequests as Query_decidedAccessRequests } from './../resolvers/Query/decidedAccessRequests.ts';
import    { explainAccess as Query_explainAccess } from './../resolvers/Query/explainAccess.ts';
import    { node as Query_node } from './../resolvers/Query/node.ts';
import    { nodes as Query_nodes } from './../resolvers/Query/nodes.ts';
import    { project as Query_project } from './../resolvers/Query/project.ts';
import    { user as Query_user } from './../resolvers/Query/user.ts';
import    { viewer as Query_viewer } from './../resolvers/Query/viewer.ts';
import    { addProjectMember as Mutation_addProjectMember } from './../resolvers/Mutation/addProjectMember.ts';
import    { approveAccessRequest as Mutation_approveAccessRequest } from './../resolvers/Mutation/approveAccessRequest.ts';
import    { blockSender as Mutation_blockSender } from './../resolvers/Mutation/blockSender.ts';
import    { createAccessKey as Mutation_createAccessKey } from './../resolvers/Mutation/createAccessKey.ts';
import    { createEnvironment as Mutation_createEnvironment } from './../resolvers/Mutation/createEnvironment.ts';
import    { createInvitation as Mutation_createInvitation } from './../resolvers/Mutation/createInvitation.ts';
import    { createProject as Mutation_createProject } from './../resolvers/Mutation/createProject.ts';
import    { createUser as Mutation_createUser } from './../resolvers/Mutation/createUser.ts';
import    { createUsers as Mutation_createUsers } from './../resolvers/Mutation/createUsers.ts';
import    { deleteEnvironment as Mutation_deleteEnvironment } from './../resolvers/Mutation/deleteEnvironment.ts';
import    { deleteProject as Mutation_deleteProject } from './../resolvers/Mutation/deleteProject.ts';
import    { deleteUser as Mutation_deleteUser } from './../resolvers/Mutation/deleteUser.ts';
import    { deleteUsers as Mutation_deleteUsers } from './../resolvers/Mutation/deleteUsers.ts';
import    { dismissAccessRequest as Mutation_dismissAccessRequest } from './../resolvers/Mutation/dismissAccessRequest.ts';
import    { linkChannelIdentity as Mutation_linkChannelIdentity } from './../resolvers/Mutation/linkChannelIdentity.ts';
import    { mergeUsers as Mutation_mergeUsers } from './../resolvers/Mutation/mergeUsers.ts';
import    { redeemInvitation as Mutation_redeemInvitation } from './../resolvers/Mutation/redeemInvitation.ts';
import    { removeProjectMember as Mutation_removeProjectMember } from './../resolvers/Mutation/removeProjectMember.ts';
import    { replaceSender as Mutation_replaceSender } from './../resolvers/Mutation/replaceSender.ts';
import    { revokeAccessKey as Mutation_revokeAccessKey } from './../resolvers/Mutation/revokeAccessKey.ts';
import    { revokeInvitation as Mutation_revokeInvitation } from './../resolvers/Mutation/revokeInvitation.ts';
import    { selfRegisterUser as Mutation_selfRegisterUser } from './../resolvers/Mutation/selfRegisterUser.ts';
import    { unblockSender as Mutation_unblockSender } from './../resolvers/Mutation/unblockSender.ts';
import    { unlinkChannelIdentity as Mutation_unlinkChannelIdentity } from './../resolvers/Mutation/unlinkChannelIdentity.ts';
import    { updateEnvironment as Mutation_updateEnvironment } from './../resolvers/Mutation/updateEnvironment.ts';
import    { updateProject as Mutation_updateProject } from './../resolvers/Mutation/updateProject.ts';
import    { updateProjectMember as Mutation_updateProjectMember } from './../resolvers/Mutation/updateProjectMember.ts';
import    { updateUser as Mutation_updateUser } from './../resolvers/Mutation/updateUser.ts';
import    { updateUsers as Mutation_updateUsers } from './../resolvers/Mutation/updateUsers.ts';
import    { AccessDecision } from './../resolvers/AccessDecision.ts';
import    { AccessKey } from './../resolvers/AccessKey.ts';
import    { AccessRequest } from './../resolvers/AccessRequest.ts';
import    { AccessRequestConnection } from './../resolvers/AccessRequestConnection.ts';
import    { AccessRequestEdge } from './../resolvers/AccessRequestEdge.ts';
import    { AuditEvent } from './../resolvers/AuditEvent.ts';
import    { AuditEventConnection } from './../resolvers/AuditEventConnection.ts';
import    { AuditEventEdge } from './../resolvers/AuditEventEdge.ts';
import    { BlockSenderPayload } from './../resolvers/BlockSenderPayload.ts';
import    { BlockedSender } from './../resolvers/BlockedSender.ts';
import    { BlockedSenderConnection } from './../resolvers/BlockedSenderConnection.ts';
import    { BlockedSenderEdge } from './../resolvers/BlockedSenderEdge.ts';
import    { ChannelIdentity } from './../resolvers/ChannelIdentity.ts';
import    { CreateUsersPayload } from './../resolvers/CreateUsersPayload.ts';
import    { DeleteUsersPayload } from './../resolvers/DeleteUsersPayload.ts';
import    { Environment } from './../resolvers/Environment.ts';
import    { Invitation } from './../resolvers/Invitation.ts';
import    { PageInfo } from './../resolvers/PageInfo.ts';
import    { ParsedSender } from './../resolvers/ParsedSender.ts';
import    { Project } from './../resolvers/Project.ts';
import    { SearchMatch } from './../resolvers/SearchMatch.ts';
import    { SelfRegisterUserPayload } from './../resolvers/SelfRegisterUserPayload.ts';
import    { UpdateUserPayload } from './../resolvers/UpdateUserPayload.ts';
import    { UpdateUsersPayload } from './../resolvers/UpdateUsersPayload.ts';
import    { User } from './../resolvers/User.ts';
import    { UserConnection } from './../resolvers/UserConnection.ts';
import    { UserEdge } from './../resolvers/UserEdge.ts';
import    { UserRowResult } from './../resolvers/UserRowResult.ts';
import    { Viewer } from './../resolvers/Viewer.ts';
import    { DateTimeResolver } from 'graphql-scalars';
    export const resolvers: Resolvers = {
      Query: { checkAccess: Query_checkAccess,checkAccessBatch: Query_checkAccessBatch,decidedAccessRequests: Query_decidedAccessRequests,explainAccess: Query_explainAccess,node: Query_node,nodes: Query_nodes,project: Query_project,user: Query_user,viewer: Query_viewer },
      Mutation: { addProjectMember: Mutation_addProjectMember,approveAccessRequest: Mutation_approveAccessRequest,blockSender: Mutation_blockSender,createAccessKey: Mutation_createAccessKey,createEnvironment: Mutation_createEnvironment,createInvitation: Mutation_createInvitation,createProject: Mutation_createProject,createUser: Mutation_createUser,createUsers: Mutation_createUsers,deleteEnvironment: Mutation_deleteEnvironment,deleteProject: Mutation_deleteProject,deleteUser: Mutation_deleteUser,deleteUsers: Mutation_deleteUsers,dismissAccessRequest: Mutation_dismissAccessRequest,linkChannelIdentity: Mutation_linkChannelIdentity,mergeUsers: Mutation_mergeUsers,redeemInvitation: Mutation_redeemInvitation,removeProjectMember: Mutation_removeProjectMember,replaceSender: Mutation_replaceSender,revokeAccessKey: Mutation_revokeAccessKey,revokeInvitation: Mutation_revokeInvitation,selfRegisterUser: Mutation_selfRegisterUser,unblockSender: Mutation_unblockSender,unlinkChannelIdentity: Mutation_unlinkChannelIdentity,updateEnvironment: Mutation_updateEnvironment,updateProject: Mutation_updateProject,updateProjectMember: Mutation_updateProjectMember,updateUser: Mutation_updateUser,updateUsers: Mutation_updateUsers },
      
      AccessDecision: AccessDecision,
AccessKey: AccessKey,
AccessRequest: AccessRequest,
AccessRequestConnection: AccessRequestConnection,
AccessRequestEdge: AccessRequestEdge,
AuditEvent: AuditEvent,
AuditEventConnection: AuditEventConnection,
AuditEventEdge: AuditEventEdge,
BlockSenderPayload: BlockSenderPayload,
BlockedSender: BlockedSender,
BlockedSenderConnection: BlockedSenderConnection,
BlockedSenderEdge: BlockedSenderEdge,
ChannelIdentity: ChannelIdentity,
CreateUsersPayload: CreateUsersPayload,
DeleteUsersPayload: DeleteUsersPayload,
Environment: Environment,
Invitation: Invitation,
PageInfo: PageInfo,
ParsedSender: ParsedSender,
Project: Project,
SearchMatch: SearchMatch,
SelfRegisterUserPayload: SelfRegisterUserPayload,
UpdateUserPayload: UpdateUserPayload,
UpdateUsersPayload: UpdateUsersPayload,
User: User,
UserConnection: UserConnection,
UserEdge: UserEdge,
UserRowResult: UserRowResult,
Viewer: Viewer,
DateTime: DateTimeResolver
    }